package dev.trapline.guest;

import java.util.ArrayDeque;

/**
 * A lock of the guest's programs that makes those sleep who find it held (a futex). Who releases it wakes the one that has slept longest,
 * but does not hand it over: whoever comes first takes it, and the woken one sleeps again if that was another.
 */
public final class SleepLock {
    /** A task that takes locks. */
    public interface Sleeper {}

    private final ArrayDeque<Sleeper> asleep = new ArrayDeque<>();
    private Sleeper holder;

    SleepLock() {}

    /** Takes it if it is free. */
    public boolean take(Sleeper by) {
        if (holder == by) {
            throw new IllegalStateException(by + " takes a lock that it holds");
        }
        if (holder == null) {
            holder = by;
        }
        return holder == by;
    }

    public boolean isFree() {
        return holder == null;
    }

    /** The task sleeps until it is woken; somebody else must hold the lock. */
    public void sleep(Sleeper by) {
        if (holder == null || holder == by || asleep.contains(by)) {
            throw new IllegalStateException(by + " would sleep for ever");
        }
        asleep.addLast(by);
    }

    /** Releases it. Returns who is to be woken now, or null. */
    public Sleeper release(Sleeper by) {
        if (holder != by) {
            throw new IllegalStateException(by + " releases a lock that " + holder + " holds");
        }
        holder = null;
        return asleep.pollFirst();
    }
}
