package dev.trapline.work;

/**
 * A context that may not run whatever it has to do: the platform has to fetch something for it first, such as a page of
 * its memory. It gives up its core with its work in hand; what waits in it meanwhile waits for that.
 */
final class Stall extends Activity {
    private final Context context;
    private boolean asked;
    private boolean held;

    Stall(Context context) {
        super(context.name() + " stall", Level.MONITOR, context.agenda());
        this.context = context;
    }

    void begin() {
        if (asked) {
            throw new IllegalStateException("'" + context.name() + "' is stalled already");
        }
        asked = true;
    }

    /** Lets it run; true if it had given up its core for it. */
    boolean end() {
        if (!asked) {
            throw new IllegalStateException("'" + context.name() + "' is not stalled");
        }
        boolean ended = held;
        asked = false;
        held = false;
        return ended;
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
        return false;
    }
}
