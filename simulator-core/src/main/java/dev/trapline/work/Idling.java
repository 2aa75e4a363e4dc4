package dev.trapline.work;

import dev.trapline.engine.Time;

/**
 * What a context does that has nothing to do: it stops its tick, halts, polls for a while, pays for becoming idle and gives up its core;
 * or it spins on it.
 */
final class Idling extends Activity {
    /** One piece of idle spinning, an hour: long enough to cost no events, short enough to be stretched by any speed. */
    private static final long SPIN_PICOS = 3_600 * Time.PICOS_PER_SECOND;

    private final Context context;
    private final ContextSettings settings;
    private final PollWindow window;
    private final boolean halts;
    private boolean halted;
    private boolean polled;
    private boolean entered;
    private boolean disturbed;
    private boolean tickStopped;
    private long since;

    Idling(Context context, ContextSettings settings) {
        super(context.name() + " idle", Level.TASK, context.agenda());
        this.context = context;
        this.settings = settings;
        window = new PollWindow(settings.pollPicos(), settings.pollFromPicos());
        halts = settings.pollPicos() > 0 || !settings.halt().isFree();
    }

    /** Something else is due: it halts and polls anew when that is done. */
    void disturbed() {
        if (halted && !disturbed) {
            disturbed = true;
            window.idled(context.now() - since);
        }
    }

    /** It has a core again after it gave it up. */
    void ended() {
        window.idled(context.now() - since);
    }

    /** A task goes on; whether the tick was stopped, which has to be set again before. */
    boolean resumesTick() {
        boolean stopped = tickStopped;
        tickStopped = false;
        return stopped;
    }

    /** It is due, from the beginning if it was disturbed. */
    Activity due() {
        if (disturbed) {
            disturbed = false;
            startOver();
            block().clear();
        }
        return this;
    }

    /** Whether it looks for work by itself at this instant. */
    boolean isPolling() {
        return polled && !entered && isExecuting();
    }

    /** Another context waits for its core, so that it polls no longer. */
    void stopPolling() {
        if (isPolling()) {
            cutShort();
        }
    }

    @Override
    protected boolean step() {
        if (settings.spins()) {
            block().add(settings.spinSlot(), SPIN_PICOS);
            return true;
        }
        if (!tickStopped && !settings.stopTick().isFree()) {
            tickStopped = true;
            settings.stopTick().appendTo(meter(), block());
            return true;
        }
        if (halts && !halted) {
            halted = true;
            since = context.now();
            if (!settings.halt().isFree()) {
                settings.halt().appendTo(meter(), block());
                return true;
            }
        }
        if (halts && !polled) {
            polled = true;
            if (window.picos() > 0 && !context.isCoreWanted()) {
                block().add(settings.pollSlot(), window.picos());
                return true;
            }
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
        startOver();
        context.blocks();
        return false;
    }

    private void startOver() {
        halted = false;
        polled = false;
        entered = false;
    }
}
