package dev.trapline.hardware;

import dev.trapline.engine.Action;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;

/**
 * A device's interrupt, moderated by rate and by delay. It is raised so long after an event as the event's source says, and no
 * sooner after the last one than the least gap; whatever happened until then has been announced by it.
 */
public final class InterruptLine {
    private final Simulation simulation;
    private final Timer delayed;
    private final Action deliver;
    private final long gapPicos;
    private final Source received;
    private final Source sent;
    private final boolean byRateAlone;
    /** What has come unheard comes into the ring, and what comes next is looked for. */
    private Action alongside = () -> {};
    private boolean dueWhateverComes;
    private long nextAllowed;
    private long raised;

    /** @param deliver tells the handler */
    public InterruptLine(String name, Simulation simulation, Moderation moderation, Action deliver) {
        this.simulation = simulation;
        this.gapPicos = moderation.gapPicos();
        this.deliver = deliver;
        byRateAlone = moderation.isByRateAlone();
        received = new Source(moderation.received());
        sent = new Source(moderation.sent());
        delayed = simulation.newTimer(name + " moderation", Phase.ARRIVE, this::elapsed);
    }

    /**
     * When an interrupt that was held back is raised, this is run twice: while it still counts as due, so that what has come joins the
     * ring without a request, and after that, so that what comes next makes one. A line has one such; where several interfaces
     * announce to one handler, none of them leaves arrivals unheard.
     */
    public void bringsAlong(Action coming) {
        alongside = coming;
    }

    /** Whether an interrupt is held back until an instant that nothing changes: what comes until then need not request one. */
    public boolean isDueWhateverComes() {
        return dueWhateverComes;
    }

    /** Something of which the driver must hear has come, or has been done. */
    public void request(boolean hasCome) {
        if (dueWhateverComes) {
            return;
        }
        Source source = hasCome ? received : sent;
        source.happened(simulation.now());
        long due = Math.max(nextAllowed, Math.min(received.due(), sent.due()));
        if (delayed.isArmed() && delayed.instant() == due) {
            return;
        }
        delayed.cancel();
        if (due <= simulation.now()) {
            raise();
        } else {
            delayed.armAt(due);
            dueWhateverComes = byRateAlone;
        }
    }

    public long raised() {
        return raised;
    }

    private void elapsed() {
        alongside.run();
        dueWhateverComes = false;
        alongside.run();
        raise();
    }

    private void raise() {
        raised++;
        received.announced();
        sent.announced();
        nextAllowed = simulation.now() + gapPicos;
        deliver.run();
    }

    /** Events of one kind that have not been announced: each puts the interrupt off, the first one bounds for how long. */
    private static final class Source {
        private final Moderation.Delay delay;
        private long atTheLatest = Long.MAX_VALUE;
        private long due = Long.MAX_VALUE;

        Source(Moderation.Delay delay) {
            this.delay = delay;
        }

        void happened(long now) {
            if (atTheLatest == Long.MAX_VALUE) {
                atTheLatest = now + delay.atMostPicos();
            }
            due = Math.min(atTheLatest, now + delay.afterLastPicos());
        }

        long due() {
            return due;
        }

        void announced() {
            atTheLatest = Long.MAX_VALUE;
            due = Long.MAX_VALUE;
        }
    }
}
