package dev.trapline.workload;

import dev.trapline.declare.Values;
import dev.trapline.guest.SpinLock;
import dev.trapline.guest.Synchronization;
import dev.trapline.work.Context;
import dev.trapline.work.Place;
import dev.trapline.work.Slots;
import java.util.Locale;

/** Sections under a spinlock of the kernel, which the worker takes, holds and releases. */
final class CriticalSections extends Sections implements SpinLock.Spinner {
    /** A spin that nothing ends is written anew so often, in thousandths of a cycle. */
    private static final long LONG_SPIN = 10_000_000_000_000L;

    private enum Phase {
        OUTSIDE,
        SPINS,
        LEAVES_GUEST,
        HOLDS
    }

    private final SpinLock lock;
    private final Synchronization guest;
    private final int holdSlot;
    private final int spinSlot;
    private final int vainSlot;
    private Phase phase = Phase.OUTSIDE;
    private boolean asksAgain;
    /** What is left of the window in which it spins. */
    private long leftPicos;

    CriticalSections(int step, Values values, Setting setting) {
        super(step, values);
        guest = setting.guest().synchronization();
        SpinLock.Kind kind = SpinLock.Kind.valueOf(values.text("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
        lock = guest.lock(values.text("name"), kind);
        Slots slots = setting.guest().pricing().slots();
        holdSlot = slots.service(Place.GUEST_KERNEL, "critical section");
        spinSlot = slots.service(Place.GUEST_KERNEL, SpinLock.SPIN);
        vainSlot = slots.service(Place.GUEST_KERNEL, SpinLock.HOLDER_PREEMPTION);
    }

    @Override
    Step.Next works() {
        return writes() ? Step.Next.WORKS : Step.Next.GOES_ON;
    }

    private boolean writes() {
        switch (phase) {
            case OUTSIDE -> {
                return until() <= 0 && enters();
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
        worker().disablePreemption(true);
        if (lock.take(this)) {
            phase = Phase.HOLDS;
            worker().pays().append(worker().piece(), holdSlot, held(), 1);
        } else {
            spins();
        }
        return true;
    }

    private void spins() {
        long window = guest.windowMilliCycles();
        int slot = lock.isHolderOnCore() ? spinSlot : vainSlot;
        if (phase == Phase.SPINS && window > 0 && leftPicos > 0) {
            worker().piece().add(slot, leftPicos);
        } else {
            worker().pays().append(worker().piece(), slot, window == 0 ? LONG_SPIN : window, 1);
        }
        phase = Phase.SPINS;
        asksAgain = window == 0;
        leftPicos = 0;
    }

    /** It has spun for too long. */
    private boolean leavesGuest() {
        phase = Phase.LEAVES_GUEST;
        guest.spinExit().appendTo(worker().pays(), worker().piece());
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
        worker().disablePreemption(false);
        lock.release(this);
        passed();
    }

    @Override
    public Context vcpu() {
        return worker().agenda().context();
    }

    @Override
    public boolean isSpinning() {
        return phase == Phase.SPINS && worker().isOnCore();
    }

    @Override
    public void askAgain() {
        if (phase == Phase.SPINS) {
            asksAgain = true;
            leftPicos += worker().stopPiece();
        }
    }
}
