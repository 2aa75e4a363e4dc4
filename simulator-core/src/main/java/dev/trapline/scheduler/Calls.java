package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.Core;
import java.util.List;

/**
 * Which cores were called to choose again and have not answered yet: two contexts that wake at one instant call two
 * cores, not one of them twice.
 */
final class Calls {
    /** Whether a context may be given a core now. */
    @FunctionalInterface
    interface Fit {
        boolean fits(Context context, Core core);
    }

    private final List<Core> cores;
    private final Fit fit;
    private final boolean[] called;
    private Context displaced;

    Calls(List<Core> cores) {
        this(cores, Calls::allows);
    }

    Calls(List<Core> cores, Fit fit) {
        this.cores = cores;
        this.fit = fit;
        called = new boolean[cores.size()];
    }

    static boolean allows(Context context, Core core) {
        return context.pinnedTo() < 0 || context.pinnedTo() == core.index();
    }

    boolean isCalled(Core core) {
        return called[core.index()];
    }

    void call(Core core) {
        called[core.index()] = true;
        core.reschedule();
    }

    /** The context that lost the core which is about to choose is queued again. */
    void displaced(Context context) {
        displaced = context;
    }

    /**
     * The core has chosen, so the call has arrived; if it displaced somebody, another core may be idle for that one.
     */
    void answered(Core core, Context chosen) {
        called[core.index()] = false;
        Context left = displaced;
        displaced = null;
        if (left != null && left != chosen) {
            callIdle(left, core);
        }
    }

    /**
     * Calls an idle core for a context, the one it ran on last if that is idle. If every idle core it may use is called
     * already, another one is called for whatever those leave behind.
     *
     * @return whether a core that it may use is on its way
     */
    boolean callIdle(Context context) {
        return callIdle(context, null);
    }

    private boolean callIdle(Context context, Core except) {
        Core chosen = idleFor(context, except);
        if (chosen != null) {
            call(chosen);
            return true;
        }
        callAnyIdle(except);
        return false;
    }

    private Core idleFor(Context context, Core except) {
        Core last = context.core();
        if (last != null && last != except && fit.fits(context, last) && isFree(last)) {
            return last;
        }
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            if (core != except && fit.fits(context, core) && isFree(core)) {
                return core;
            }
        }
        return null;
    }

    private void callAnyIdle(Core except) {
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            if (core != except && isFree(core)) {
                call(core);
                return;
            }
        }
    }

    boolean isFree(Core core) {
        return core.isIdle() && !called[core.index()];
    }
}
