package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.Core;
import java.util.List;

/**
 * Which cores were called to choose again and have not answered yet: two contexts that wake at one instant call two cores,
 * not one of them twice.
 */
final class Calls {
    private final List<Core> cores;
    private final boolean[] called;

    Calls(List<Core> cores) {
        this.cores = cores;
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

    /** The core asks which context to run: the call has arrived. */
    void answered(Core core) {
        called[core.index()] = false;
    }

    /**
     * Calls an idle core for a context, the one it ran on last if that is idle. If every idle core it may use is called
     * already, another one is called for whatever those leave behind.
     *
     * @return whether a core that it may use is on its way
     */
    boolean callIdle(Context context) {
        Core chosen = idleFor(context);
        if (chosen != null) {
            call(chosen);
            return true;
        }
        callAnyIdle();
        return false;
    }

    private Core idleFor(Context context) {
        Core last = context.core();
        if (last != null && allows(context, last) && isFree(last)) {
            return last;
        }
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            if (allows(context, core) && isFree(core)) {
                return core;
            }
        }
        return null;
    }

    private void callAnyIdle() {
        for (int i = 0; i < cores.size(); i++) {
            if (isFree(cores.get(i))) {
                call(cores.get(i));
                return;
            }
        }
    }

    private boolean isFree(Core core) {
        return core.isIdle() && !called[core.index()];
    }
}
