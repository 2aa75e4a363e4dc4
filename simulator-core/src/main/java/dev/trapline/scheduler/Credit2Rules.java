package dev.trapline.scheduler;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import java.util.List;

/** The numbers of credit2, times and credits in picoseconds; a credit is what a picosecond costs the greatest weight. */
record Credit2Rules(
        long creditPicos,
        long carryOverPicos,
        long shortestRunPicos,
        long longestRunPicos,
        long migrateResistance,
        long migrateCompensation,
        long rateLimitPicos,
        long rateLimitTolerancePicos,
        long budgetPeriodPicos,
        int coresPerQueue) {

    static final List<Shape.Key> KEYS = List.of(
            run("credit", 10_000, "What each vCPU is given when a period of credit ends."),
            time("carry-over", 500, "The most that it keeps of what it had left then."),
            run("shortest-run", 500, "For how long a vCPU runs at least before the core chooses again."),
            run("longest-run", 10_000, "For how long at the most."),
            time("migrate-resistance", 500, "How much more credit a vCPU must have that a core takes from another."),
            time("migrate-compensation", 50, "The credit that it is given for the move."),
            time("rate-limit", 1_000, "How long a vCPU keeps its core whoever wakes; 0: no limit."),
            time("rate-limit-tolerance", 50, "So much before that limit it is preempted nevertheless."),
            Shape.optional("budget-period", Shape.time(Time.PICOS_PER_MILLI, Time.PICOS_PER_SECOND),
                    10 * Time.PICOS_PER_MILLI, "How often a capped domain is given the running time of its cap."),
            Shape.optional("cores-per-queue", Shape.count(1, 1024), 16L,
                    "How many cores of a socket share a run queue at the most."));

    static Credit2Rules of(Values values) {
        return new Credit2Rules(
                values.whole("credit"),
                values.whole("carry-over"),
                values.whole("shortest-run"),
                values.whole("longest-run"),
                values.whole("migrate-resistance"),
                values.whole("migrate-compensation"),
                values.whole("rate-limit"),
                values.whole("rate-limit-tolerance"),
                values.whole("budget-period"),
                values.count("cores-per-queue"));
    }

    /** Nobody runs for no time at all. */
    private static Shape.Key run(String name, long micros, String sentence) {
        return Shape.optional(
                name, Shape.time(Time.PICOS_PER_MICRO, Time.PICOS_PER_SECOND), micros * Time.PICOS_PER_MICRO, sentence);
    }

    private static Shape.Key time(String name, long micros, String sentence) {
        return Shape.optional(name, Shape.time(0, Time.PICOS_PER_SECOND), micros * Time.PICOS_PER_MICRO, sentence);
    }

    /** Each of the others may use all its credit before it, and a shortest run more. */
    Promises promises() {
        long turn = creditPicos + carryOverPicos + migrateResistance + Math.max(shortestRunPicos, rateLimitPicos);
        return Promises.of((contexts, cores) -> contexts * turn / cores);
    }
}
