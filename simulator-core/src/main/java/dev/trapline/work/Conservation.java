package dev.trapline.work;

import dev.trapline.engine.Time;

/** The sums that must hold at every instant. */
final class Conservation {
    private Conservation() {}

    static void check(Processors processors) {
        long now = processors.now();
        long busy = 0;
        for (Core core : processors.cores()) {
            busy += now - core.idlePicos(now) - core.slowedPicos();
        }
        if (busy != processors.ledger().total()) {
            throw new IllegalStateException("cores were busy for " + Time.format(busy) + ", the ledger of cycles holds "
                    + Time.format(processors.ledger().total()));
        }
        for (Context context : processors.contexts()) {
            long sum = 0;
            for (Context.State state : Context.State.values()) {
                sum += context.picos(state, now);
            }
            if (sum != now) {
                throw new IllegalStateException("the states of '" + context.name() + "' add up to " + Time.format(sum)
                        + " of " + Time.format(now));
            }
        }
    }
}
