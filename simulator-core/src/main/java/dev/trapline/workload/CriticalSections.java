package dev.trapline.workload;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.guest.SpinLock;
import dev.trapline.guest.Synchronization;
import dev.trapline.random.Distribution;
import dev.trapline.work.Context;
import dev.trapline.work.Place;
import dev.trapline.work.Slots;
import java.util.Locale;

/** The critical sections of one worker's computation, each under the same lock of its guest: it takes, holds and releases it. */
final class CriticalSections implements SpinLock.Spinner {
    static final Shape.Key KEY = Shape.optional(
            "lock",
            Shape.fields(
                    "lock",
                    "Critical sections of the computation, under a spinlock that the tasks of the guest share.",
                    Shape.required("every", new Shape.Draws(Dimension.CYCLES, 1, 9e15),
                            "Native cycles of the computation from one section to the next; begins anew with each request."),
                    Shape.required("hold", new Shape.Draws(Dimension.CYCLES, 0, 9e15),
                            "Cycles of a section, in the kernel and besides those of the computation."),
                    Shape.optional("kind", Shape.choice("test-and-set", "ticket"), "test-and-set",
                            "Whether whoever spins takes it when it is free, or whoever asked first."),
                    Shape.optional("name", Shape.text(), "lock", "Steps that name one lock take the same.")),
            null,
            "Critical sections under a spinlock of the guest.");

    /** Draws of one section are keyed by its number beside that of the step. */
    private static final int STEPS = 1024;
    /** A spin that nothing ends is written anew so often, in thousandths of a cycle. */
    private static final long LONG_SPIN = 10_000_000_000_000L;

    private enum Phase {
        OUTSIDE,
        SPINS,
        LEAVES_GUEST,
        HOLDS
    }

    private final int step;
    private final Distribution every;
    private final Distribution hold;
    private final SpinLock lock;
    private final Synchronization guest;
    private final int holdSlot;
    private final int spinSlot;
    private final int vainSlot;
    private Worker worker;
    private Phase phase = Phase.OUTSIDE;
    private boolean asksAgain;
    private int section;
    private long until;
    /** What is left of the window in which it spins. */
    private long leftPicos;

    CriticalSections(int step, Values values, Setting setting) {
        this.step = step;
        every = Drawn.of(values.draws("every"));
        hold = Drawn.of(values.draws("hold"));
        guest = setting.guest().synchronization();
        SpinLock.Kind kind = SpinLock.Kind.valueOf(values.text("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
        lock = guest.lock(values.text("name"), kind);
        Slots slots = setting.guest().pricing().slots();
        holdSlot = slots.service(Place.GUEST_KERNEL, "critical section");
        spinSlot = slots.service(Place.GUEST_KERNEL, SpinLock.SPIN);
        vainSlot = slots.service(Place.GUEST_KERNEL, SpinLock.HOLDER_PREEMPTION);
    }

    /** A request of this worker begins its computation. */
    void begin(Worker by) {
        worker = by;
        section = 0;
        until = draw(every, 0);
    }

    /** Native cycles until the next section, in thousandths. */
    long until() {
        return until;
    }

    /** So much of the computation will be done with the piece at hand. */
    void computes(long milliCycles) {
        until -= milliCycles;
    }

    /** Writes the next piece of a section; false if the computation goes on, for which it may be too early. */
    boolean works() {
        switch (phase) {
            case OUTSIDE -> {
                return until <= 0 && enters();
            }
            case HOLDS -> {
                leaves();
                return false;
            }
            case SPINS -> {
                return asksAgain ? enters() : leavesGuest();
            }
            default -> {
                return entersOrYields();
            }
        }
    }

    private boolean enters() {
        worker.disablePreemption(true);
        if (lock.take(this)) {
            phase = Phase.HOLDS;
            worker.pays().append(worker.piece(), holdSlot, draw(hold, 1), 1);
        } else {
            spins();
        }
        return true;
    }

    private void spins() {
        long window = guest.windowMilliCycles();
        int slot = lock.isHolderOnCore() ? spinSlot : vainSlot;
        if (phase == Phase.SPINS && window > 0 && leftPicos > 0) {
            worker.piece().add(slot, leftPicos);
        } else {
            worker.pays().append(worker.piece(), slot, window == 0 ? LONG_SPIN : window, 1);
        }
        phase = Phase.SPINS;
        asksAgain = window == 0;
        leftPicos = 0;
    }

    /** It has spun for too long. */
    private boolean leavesGuest() {
        phase = Phase.LEAVES_GUEST;
        guest.spinExit().appendTo(worker.pays(), worker.piece());
        return true;
    }

    private boolean entersOrYields() {
        enters();
        if (phase == Phase.SPINS) {
            vcpu().yields();
        }
        return true;
    }

    private void leaves() {
        phase = Phase.OUTSIDE;
        worker.disablePreemption(false);
        lock.release(this);
        section++;
        until = draw(every, 0);
    }

    private long draw(Distribution of, int which) {
        Request request = worker.request();
        return Math.max(1, (long) of.sample(worker.setting()
                .draws()
                .at(request.client(), request.index(), step + STEPS * (2 * section + which + 1))));
    }

    @Override
    public Context vcpu() {
        return worker.agenda().context();
    }

    @Override
    public boolean isSpinning() {
        return phase == Phase.SPINS && worker.isOnCore();
    }

    @Override
    public void askAgain() {
        if (phase == Phase.SPINS) {
            asksAgain = true;
            leftPicos += worker.stopPiece();
        }
    }

    @Override
    public String toString() {
        return worker == null ? "nobody" : worker.name();
    }
}
