package dev.trapline.work;

/**
 * A context that may not run whatever it has to do: the platform has to fetch something for it first, such as a page of
 * its memory. It gives up its core with its work in hand; what waits in it meanwhile waits for that.
 */
final class Stall extends Activity {
    private final Context context;
    private final Waiters waiters;
    private boolean asked;
    private boolean held;

    Stall(Context context, Waiters waiters) {
        super(context.name() + " stall", Level.MONITOR, context.agenda());
        this.context = context;
        this.waiters = waiters;
    }

    void begin() {
        if (asked) {
            throw new IllegalStateException("'" + context.name() + "' is stalled already");
        }
        asked = true;
    }

    /** Lets it run; {@code slot} names what its other requests waited for meanwhile. */
    void end(int slot) {
        if (!asked) {
            throw new IllegalStateException("'" + context.name() + "' is not stalled");
        }
        if (held) {
            waiters.letGo(slot, context.now());
        }
        asked = false;
        held = false;
    }

    boolean isAsked() {
        return asked;
    }

    /** Whether it has no core because of this. */
    boolean isHeld() {
        return held;
    }

    @Override
    protected boolean step() {
        held = true;
        context.givesUpCore();
        waiters.hold(context.now());
        return false;
    }
}
