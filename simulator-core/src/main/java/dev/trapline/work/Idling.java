package dev.trapline.work;

import dev.trapline.engine.Time;

/** What a context does that has nothing to do: it pays for becoming idle and gives up its core, or it spins on it. */
final class Idling extends Activity {
    /** One piece of idle spinning, an hour: long enough to cost no events, short enough to be stretched by any speed. */
    private static final long SPIN_PICOS = 3_600 * Time.PICOS_PER_SECOND;

    private final Context context;
    private final ContextSettings settings;
    private boolean entered;
    private boolean polled;
    private boolean disturbed;

    Idling(Context context, ContextSettings settings) {
        super(context.name() + " idle", Level.TASK, context.agenda());
        this.context = context;
        this.settings = settings;
    }

    /** Something else is due: it polls anew when that is done. */
    void disturbed() {
        disturbed = polled;
    }

    /** It is due, from the beginning if it was disturbed while it polled. */
    Activity due() {
        if (disturbed) {
            disturbed = false;
            polled = false;
            entered = false;
            block().clear();
        }
        return this;
    }

    @Override
    protected boolean step() {
        if (settings.spins()) {
            block().add(settings.spinSlot(), SPIN_PICOS);
            return true;
        }
        if (!polled && settings.pollPicos() > 0) {
            polled = true;
            block().add(settings.pollSlot(), settings.pollPicos());
            return true;
        }
        if (!entered && !settings.idleEnter().isFree()) {
            entered = true;
            settings.idleEnter().appendTo(meter(), block());
            return true;
        }
        if (settings.hostProcess() != null && settings.hostProcess().waits()) {
            entered = true;
            return true;
        }
        entered = false;
        polled = false;
        context.blocks();
        return false;
    }
}
