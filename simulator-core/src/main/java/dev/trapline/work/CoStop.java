package dev.trapline.work;

/** How long a scheduler held a context back that wanted to run, so that others could start with it. */
final class CoStop {
    private boolean held;
    private long since;
    private long picos;

    void set(boolean hold, long now) {
        picos = picos(now);
        held = hold;
        since = now;
    }

    long picos(long now) {
        return picos + (held ? now - since : 0);
    }
}
