package dev.trapline.guest;

import dev.trapline.work.Context;
import java.util.ArrayDeque;

/**
 * A spinlock in a guest's kernel: who finds it held burns cycles until it is free. A vCPU that holds it and has no core
 * keeps it all the same, and the others burn.
 */
public final class SpinLock {
    /** The mechanism by which a vCPU burns cycles while the holder runs. */
    public static final String SPIN = "lock spin";
    /** The mechanism by which it burns them while the holder's vCPU has no core. */
    public static final String HOLDER_PREEMPTION = "lock-holder preemption";

    /** Who gets a lock that becomes free. */
    public enum Kind {
        /** Whoever of those that spin at this instant began first; who has no core tries again when it has one. */
        TEST_AND_SET,
        /** Whoever asked first, even if it has no core. */
        TICKET
    }

    /** A task that takes locks. */
    public interface Spinner {
        Context vcpu();

        /** Whether a core spins for it at this instant. */
        boolean isSpinning();

        /** Something has changed: it shall ask again, at this instant or when it has a core. */
        void askAgain();
    }

    private final Kind kind;
    private final ArrayDeque<Spinner> waiting = new ArrayDeque<>();
    private Spinner holder;

    SpinLock(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Takes it if it is free, or is held for this task already; if not, the task waits until it is told to ask again. */
    public boolean take(Spinner by) {
        if (holder == null) {
            waiting.remove(by);
            holder = by;
        } else if (holder != by && !waiting.contains(by)) {
            waiting.addLast(by);
        }
        return holder == by;
    }

    public void release(Spinner by) {
        if (holder != by) {
            throw new IllegalStateException(by + " releases a lock that " + holder + " holds");
        }
        holder = kind == Kind.TICKET ? waiting.peekFirst() : firstThatSpins();
        if (holder == null) {
            waiting.forEach(Spinner::askAgain);
            return;
        }
        waiting.remove(holder);
        holder.askAgain();
        if (!isHolderOnCore()) {
            holderMoved();
        }
    }

    private Spinner firstThatSpins() {
        for (Spinner spinner : waiting) {
            if (spinner.isSpinning()) {
                return spinner;
            }
        }
        return null;
    }

    /** Whether the holder's vCPU has a core, so that those who wait for it do not wait in vain. */
    public boolean isHolderOnCore() {
        return holder.vcpu().state() == Context.State.RUNNING;
    }

    boolean isHeldOn(Context vcpu) {
        return holder != null && holder.vcpu() == vcpu;
    }

    /** The holder got a core or lost it: those who spin do so for another reason from now on. */
    void holderMoved() {
        for (Spinner spinner : waiting) {
            if (spinner.isSpinning()) {
                spinner.askAgain();
            }
        }
    }
}
