package dev.trapline.work;

/** How fast a core works: so much work in so much time, where a busy sibling or sharing slows it. */
final class Speed {
    private long up = 1;
    private long down = 1;
    private long slowedPicos;

    boolean is(long otherUp, long otherDown) {
        return otherUp * down == otherDown * up;
    }

    void set(long newUp, long newDown) {
        up = newUp;
        down = newDown;
    }

    /** What of the remaining work is done in this time. */
    long done(long elapsed, long remaining) {
        return up == down ? elapsed : Math.min(remaining, elapsed * up / down);
    }

    /** How long it takes to do it. */
    long timeFor(long work) {
        return up == down ? work : (work * down + up - 1) / up;
    }

    /** So much was done in so much time. */
    void spent(long elapsed, long done) {
        if (up != down) {
            slowedPicos += elapsed - done;
        }
    }

    /** Time in which it was busy without doing work. */
    long slowedPicos() {
        return slowedPicos;
    }
}
