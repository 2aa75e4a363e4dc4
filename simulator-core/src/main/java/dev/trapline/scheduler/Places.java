package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.Core;

/** Which cores a context may use, and which of these it had better use. */
interface Places {
    /** Any core but where a context is pinned to one. */
    Places PINS = new Places() {
        @Override
        public boolean allows(Context context, Core core) {
            return context.pinnedTo() < 0 || context.pinnedTo() == core.index();
        }

        @Override
        public boolean prefers(Context context, Core core) {
            return true;
        }
    };

    boolean allows(Context context, Core core);

    boolean prefers(Context context, Core core);
}
