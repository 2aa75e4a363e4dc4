package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.Core;

/** Which cores a context may use now, and which of these it had better use. */
@FunctionalInterface
interface Places {
    /** Any core but where a context is pinned to one. */
    Places PINS = (context, core) -> context.pinnedTo() < 0 || context.pinnedTo() == core.index();

    boolean allows(Context context, Core core);

    default boolean prefers(Context context, Core core) {
        return true;
    }
}
