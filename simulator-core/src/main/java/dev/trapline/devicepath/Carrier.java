package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;
import dev.trapline.work.Activity;
import dev.trapline.work.Agenda;
import dev.trapline.work.Level;
import dev.trapline.work.Price;
import dev.trapline.work.Trail;
import java.util.ArrayDeque;

/**
 * An activity that takes transfers along: it works off the hops that belong to whoever brings the transfer, hands it to
 * the next executor, and pays for telling that one if it must be told. All this comes before its own work goes on.
 */
public abstract class Carrier extends Activity {
    private final Simulation simulation;
    private final TransferLine outgoing = new TransferLine();
    private final ArrayDeque<Signal> signals = new ArrayDeque<>(1);
    private final ArrayDeque<Telling> tellings = new ArrayDeque<>(1);
    /** How many of these there are in all, since each of its steps asks for that. */
    private int duties;
    private Transfer carried;
    private Signal sending;
    private Telling telling;

    /** Something that is paid for, in the time of a request, before it takes effect. */
    public interface Telling {
        Price price();

        /** Whose progress it is, or null. */
        Trail trail();

        void takesEffect();
    }

    protected Carrier(String name, Level level, Agenda agenda, Simulation simulation) {
        super(name, level, agenda);
        this.simulation = simulation;
    }

    final Simulation simulation() {
        return simulation;
    }

    protected final long now() {
        return simulation.now();
    }

    /** Takes the effect of the piece of its own work that has ended and writes the next; false: nothing more to do. */
    protected abstract boolean work();

    /** Works off this transfer's present hop before anything else. */
    void carry(Transfer transfer) {
        outgoing.add(transfer);
        duties++;
        raise();
    }

    /** Tells somebody before its own work goes on. */
    void send(Signal signal) {
        signals.addLast(signal);
        duties++;
        raise();
    }

    /** Pays this before anything else; then it takes effect. */
    public final void pays(Telling another) {
        if (another.trail() != null) {
            another.trail().waitIn(agenda().context(), now());
        }
        tellings.addLast(another);
        duties++;
        raise();
    }

    /** Whether nothing comes before its own next piece of work, so that it may write that in the same step. */
    protected final boolean goesOn() {
        return duties == 0 && isFirst();
    }

    /** The consumer runs already: what it is being told of no longer waits for the telling. */
    final void overtaken(Consumer to) {
        if (sending != null && sending.to() == to) {
            serve(null);
        }
    }

    /** Writes the hop of a transfer that this activity itself is the executor of. */
    final void workOff(Transfer transfer, boolean opensBatch) {
        carried = transfer;
        transfer.taken();
        serve(transfer.progress());
        ((WorkHop) transfer.currentHop()).write(transfer, meter(), block(), opensBatch);
    }

    @Override
    protected final boolean step() {
        if (carried != null) {
            Transfer done = carried;
            carried = null;
            done.goOn(this);
        }
        if (sending != null) {
            Signal sent = sending;
            sending = null;
            sent.to().told(this, sent.how().delivery());
        }
        if (telling != null) {
            Telling done = telling;
            telling = null;
            serve(null);
            done.takesEffect();
        }
        return duties == 0 ? work() : doDuty();
    }

    private boolean doDuty() {
        duties--;
        if (!tellings.isEmpty()) {
            telling = tellings.removeFirst();
            serve(telling.trail());
            telling.price().appendTo(meter(), block());
            return true;
        }
        if (!signals.isEmpty()) {
            sending = signals.removeFirst();
            serve(sending.to().announcedBy(this));
            sending.how().sending().appendTo(meter(), block());
            return true;
        }
        workOff(outgoing.removeFirst(), true);
        return true;
    }
}
