package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.Core;
import java.util.List;

/**
 * Which cores were called to choose again and have not answered yet: two contexts that wake at one instant call two
 * cores, not one of them twice.
 */
final class Calls {
    private static final int UNFIT = 0;
    private static final int FREE = 1;
    private static final int USED_LAST = 1;
    private static final int WHOLE = 2;
    private static final int AT_HOME = 4;

    private final List<Core> cores;
    private final Places places;
    private final boolean[] called;
    private Context displaced;

    Calls(List<Core> cores) {
        this(cores, Places.PINS);
    }

    Calls(List<Core> cores, Places places) {
        this.cores = cores;
        this.places = places;
        called = new boolean[cores.size()];
    }

    static boolean allows(Context context, Core core) {
        return Places.PINS.allows(context, core);
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
     * Calls an idle core for a context: one at home rather than elsewhere, a whole one rather than a thread beside a
     * busy sibling, the one it ran on last rather than another. If every idle core it may use is called already,
     * another one is called for whatever those leave behind.
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
        Core best = null;
        int most = UNFIT;
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            int fitness = core == except ? UNFIT : fitness(context, core);
            if (fitness > most) {
                most = fitness;
                best = core;
            }
        }
        return best;
    }

    private int fitness(Context context, Core core) {
        if (!isFree(core) || !places.allows(context, core)) {
            return UNFIT;
        }
        Core sibling = core.sibling();
        int fitness = FREE;
        fitness += places.prefers(context, core) ? AT_HOME : 0;
        fitness += sibling == null || isFree(sibling) ? WHOLE : 0;
        fitness += core == context.core() ? USED_LAST : 0;
        return fitness;
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
