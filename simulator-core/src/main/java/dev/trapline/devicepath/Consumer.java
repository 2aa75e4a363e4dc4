package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;
import dev.trapline.work.Agenda;
import dev.trapline.work.Level;
import dev.trapline.work.Onlooker;
import dev.trapline.work.Price;
import dev.trapline.work.Trail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An executor of stages: a tasklet, an interrupt handler, a kernel or process thread that drains a ring. It is awake from
 * its first drain until it found the ring empty and looked once more; after a pass others of its level have their turn. Whoever
 * adds to the ring meanwhile need not tell it.
 * A full ring pushes back: what does not fit waits with its producer, who is told when there is room, or is lost if it may be.
 */
public final class Consumer extends Carrier {
    private final int ring;
    private final int batch;
    private final int delaySlot;
    private final InterruptEntry entry;
    private final TransferLine inbox = new TransferLine();
    /** What found the ring full, and beside it who will put it in: {@link #device} stands for a device that does so by itself. */
    private final TransferLine backlog = new TransferLine();
    private final ArrayDeque<Refill> producers = new ArrayDeque<>(1);
    private final Refill device;
    private final Map<Carrier, Refill> refills = new LinkedHashMap<>();
    private final List<CoalesceHop> holding = new ArrayList<>(0);
    private final Feed feed = new Feed();
    private final ConsumerCounts counts = new ConsumerCounts();
    private boolean awake;
    private boolean signalled;
    private boolean interruptDue;
    private Carrier announcer;
    private Trail announced;
    private Price delivery = Price.FREE;
    private int inPass;
    private Onlooker onlooker;

    /**
     * @param ring how many transfers fit; 0: no bound
     * @param batch the most transfers of one pass
     * @param delaySlot where the time goes that a device's interrupt is held back
     * @param entry how a device's interrupt reaches it
     */
    public Consumer(
            String name, Level level, Agenda agenda, Simulation simulation, int ring, int batch, int delaySlot, InterruptEntry entry) {
        super(name, level, agenda, simulation);
        this.ring = ring == 0 ? Integer.MAX_VALUE : ring;
        this.batch = batch;
        this.delaySlot = delaySlot;
        this.entry = entry;
        device = new Refill(this, null);
    }

    /** Somebody looks on from now on how many wait for it. */
    public void watchedBy(Onlooker watching) {
        onlooker = watching;
    }

    public ConsumerCounts counts() {
        feed.catchUp();
        return counts;
    }

    /** What comes into its ring without an event. */
    Feed feed() {
        return feed;
    }

    void offer(Transfer transfer, Carrier by, Signal signal) {
        feed.catchUp();
        counts.offered++;
        transfer.handedOn();
        boolean fits = backlog.isEmpty() && inbox.size() < ring;
        if (!fits && transfer.mayBeLost()) {
            counts.dropped++;
            transfer.lose();
            return;
        }
        waits(transfer.trail());
        if (fits) {
            inbox.add(transfer);
        } else {
            counts.pushedBack++;
            backlog.add(transfer);
            producers.addLast(by == null ? device : refill(by, signal));
        }
        tellOnlooker();
        if (by == null) {
            return;
        }
        tell(by, signal, transfer.trail());
    }

    /** Lets {@code by} tell it, in the time of the request for which it must wake up. */
    private void tell(Carrier by, Signal signal, Trail wakesFor) {
        boolean wakes = !awake && !signalled;
        if (wakes) {
            announcer = by;
            announced = wakesFor;
        }
        if (wakes || signal.how().always()) {
            signalled |= !awake;
            counts.notifications++;
            by.send(signal);
        }
    }

    /** Whose progress it is to be told by this activity; null: it is told for nobody in particular. */
    Trail announcedBy(Carrier by) {
        return by == announcer ? announced : null;
    }

    /** It has been told, and takes this price for it. */
    void told(Carrier by, Price price) {
        if (by == announcer) {
            waits(announced);
            announcer = null;
        }
        wake(price);
    }

    private void waits(Trail trail) {
        if (trail != null && agenda().context() != null) {
            trail.waitIn(agenda().context(), now());
        }
    }

    /** A device, or time that has passed, brings something without an activity that would tell it. */
    void announce(Price price) {
        if (!awake && !signalled) {
            signalled = true;
            counts.notifications++;
            wake(price);
        }
    }

    /** The device has been asked to interrupt for what it put into the ring. */
    void expectsInterrupt() {
        interruptDue = true;
    }

    /** Throws if something waits in the ring of which nobody will ever tell it. */
    public void checkConservation() {
        feed.catchUp();
        boolean refills = !producers.isEmpty() && producers.peekFirst().isRaised();
        boolean forgotten = waiting() > 0 && !awake && !signalled && !interruptDue && !isRaised() && !refills;
        if (forgotten || counts.offered != counts.served + counts.dropped + waiting()) {
            throw new IllegalStateException("executor '" + name() + "' was offered " + counts.offered + " operations, served "
                    + counts.served + " and dropped " + counts.dropped + ", " + waiting() + " wait"
                    + (forgotten ? " and nobody will tell it of them" : ""));
        }
    }

    /** How a device's interrupt reaches it where the path says no other. */
    public InterruptEntry entry() {
        return entry;
    }

    /** A device interrupts for what it has put into the ring. */
    public void interrupt(InterruptEntry by) {
        interruptDue = false;
        if (awake || signalled) {
            return;
        }
        signalled = true;
        counts.notifications++;
        if (agenda().context() == null) {
            waitedForInterrupt();
        }
        by.enter(this);
    }

    private void waitedForInterrupt() {
        for (Transfer waiting = inbox.first(); waiting != null; waiting = waiting.behind) {
            if (waiting.trail() != null) {
                waiting.trail().until(now(), delaySlot);
            }
        }
    }

    /** Runs, after taking what announced it at this price. */
    void wake(Price price) {
        if (!awake) {
            delivery = delivery.isFree() ? price : delivery;
        }
        raise();
    }

    @Override
    protected Trail awaited() {
        Transfer first = inbox.first();
        return first == null ? null : first.trail();
    }

    @Override
    protected boolean work() {
        feed.catchUp();
        if (!awake) {
            awake = true;
            signalled = false;
            inPass = 0;
            if (announcer != null) {
                announcer.overtaken(this);
                announcer = null;
            }
            if (!delivery.isFree()) {
                Transfer first = inbox.first();
                serve(first == null ? null : first.trail());
                delivery.appendTo(meter(), block());
                delivery = Price.FREE;
                return true;
            }
        }
        if (!holding.isEmpty() && (inbox.isEmpty() || inPass == batch)) {
            endPass();
            return true;
        }
        if (inPass == batch) {
            inPass = 0;
            if (!inbox.isEmpty() && letOthersGo()) {
                return true;
            }
        }
        if (inbox.isEmpty()) {
            awake = false;
            return false;
        }
        Transfer next = inbox.removeFirst();
        makeRoom();
        tellOnlooker();
        counts.served++;
        counts.passes += inPass == 0 ? 1 : 0;
        workOff(next, inPass++ == 0);
        return true;
    }

    /** What is held there goes on when this pass has ended. */
    void holdsUntilEndOfPass(CoalesceHop hop) {
        holding.add(hop);
    }

    private void endPass() {
        for (int i = 0; i < holding.size(); i++) {
            holding.get(i).release(this);
        }
        holding.clear();
    }

    /** One more fits into the ring: the producer whose transfer waits first is told, a device puts it in by itself. */
    private void makeRoom() {
        if (backlog.isEmpty()) {
            return;
        }
        Refill first = producers.peekFirst();
        if (first == device) {
            putIn();
        } else {
            first.ask();
        }
    }

    /** What waits first is in the ring. */
    private void putIn() {
        producers.removeFirst();
        inbox.add(backlog.removeFirst());
    }

    private Refill refill(Carrier producer, Signal signal) {
        Refill known = refills.get(producer);
        if (known == null) {
            known = new Refill(producer, signal);
            refills.put(producer, known);
        }
        return known;
    }

    private void tellOnlooker() {
        if (onlooker != null) {
            onlooker.waiting(name(), waiting());
        }
    }

    int waiting() {
        return inbox.size() + backlog.size();
    }

    /** The producer's side of a ring that was full: puts in what waited, and tells the consumer if it sleeps. */
    private final class Refill extends Carrier {
        private final Signal signal;
        private boolean asked;
        private boolean told;

        Refill(Carrier producer, Signal signal) {
            super(producer.name() + " refill", Level.SOFTIRQ, producer.agenda(), Consumer.this.simulation());
            this.signal = signal;
        }

        /** There is room. */
        void ask() {
            asked = true;
            raise();
        }

        @Override
        protected boolean work() {
            if (!asked) {
                return false;
            }
            if (!told) {
                told = true;
                signal.how().delivery().appendTo(meter(), block());
                return true;
            }
            asked = false;
            told = false;
            feed.catchUp();
            while (producers.peekFirst() == this && inbox.size() < ring) {
                putIn();
            }
            if (inbox.size() < ring) {
                makeRoom();
            }
            if (!awake && !signalled) {
                tell(this, signal, null);
            }
            return true;
        }
    }
}
