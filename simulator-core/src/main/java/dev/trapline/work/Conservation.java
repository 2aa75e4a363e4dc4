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
        checkLedger(busy, processors.ledger().total());
        for (Context context : processors.contexts()) {
            checkStates(context, now);
            checkPlace(context);
        }
        for (int i = 0; i < processors.classes(); i++) {
            checkWaiters(processors, i);
        }
    }

    static void checkLedger(long busy, long ledger) {
        if (busy != ledger) {
            throw new IllegalStateException(
                    "cores were busy for " + Time.format(busy) + ", the ledger of cycles holds " + Time.format(ledger));
        }
    }

    private static void checkStates(Context context, long now) {
        long sum = 0;
        for (Context.State state : Context.State.values()) {
            sum += context.picos(state, now);
        }
        checkStates(context.name(), sum, now);
    }

    static void checkStates(String name, long sum, long now) {
        if (sum != now) {
            throw new IllegalStateException(
                    "the states of '" + name + "' add up to " + Time.format(sum) + " of " + Time.format(now));
        }
    }

    private static void checkPlace(Context context) {
        boolean placed = context.core() != null && context.core().current() == context;
        if (placed != (context.state() == Context.State.RUNNING)) {
            throw new IllegalStateException(
                    "'" + context.name() + "' is " + context.state() + " and " + (placed ? "" : "not ") + "on a core");
        }
    }

    private static void checkWaiters(Processors processors, int waitingClass) {
        long ready = 0;
        for (Context context : processors.contexts()) {
            long waiting = context.waiting(waitingClass);
            if (waiting < 0) {
                throw new IllegalStateException(waiting + " requests wait in '" + context.name() + "'");
            }
            ready += context.state() == Context.State.READY ? waiting : 0;
        }
        long counted = processors.waitingForCore().count(waitingClass);
        if (ready != counted) {
            throw new IllegalStateException(
                    ready + " requests of class " + waitingClass + " wait for a core, " + counted + " are counted");
        }
    }
}
