package dev.trapline.benchmarks.queue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * The HOLD model in the engine's timers and beside it in other queues, in turns and by the processor time of one thread, so
 * that it says something on a machine that does other things as well. Arguments: distributions with commas between, then
 * numbers of pending events.
 */
public final class HoldRace {
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 7;
    private static final long EVENTS_AT_LEAST = 2_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Runner(String name, BiFunction<Integer, IncrementTable, Hold> maker) {}

    private static final List<Runner> RUNNERS = List.of(
            new Runner("records", Hold::ofRecords),
            new Runner("timers", Hold::ofTimers),
            new Runner("indexed", Hold::ofIndexedTimers),
            new Runner("moved", Hold::ofMovedTimers));
    /** Made for this distribution alone. */
    private static final Runner BARE_LONGS = new Runner("bare", Hold::ofBareLongs);

    private static final String EXPONENTIAL = "exponential";

    private HoldRace() {}

    /** Prints millions of events per second of processor time, medians, and their ratio to the queue of records. */
    public static void main(String[] arguments) {
        for (String distribution : arguments[0].split(",")) {
            for (String pending : List.of(arguments).subList(1, arguments.length)) {
                race(distribution, Integer.parseInt(pending));
            }
        }
    }

    private static void race(String distribution, int pending) {
        List<Runner> runners = new ArrayList<>(RUNNERS);
        if (distribution.equals(EXPONENTIAL)) {
            runners.add(BARE_LONGS);
        }
        List<Hold> holds = runners.stream()
                .map(runner -> runner.maker.apply(pending, new IncrementTable(distribution, pending)))
                .toList();
        double[][] rates = new double[runners.size()][ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (int runner = 0; runner < runners.size(); runner++) {
                double rate = rate(holds.get(runner), Math.max(EVENTS_AT_LEAST, pending));
                if (round >= 0) {
                    rates[runner][round] = rate;
                }
            }
        }
        print(distribution, pending, runners, rates);
    }

    private static double rate(Hold hold, long events) {
        long before = THREADS.getCurrentThreadCpuTime();
        hold.execute(events);
        return 1e3 * events / (THREADS.getCurrentThreadCpuTime() - before);
    }

    private static void print(String distribution, int pending, List<Runner> runners, double[][] rates) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-11s %,10d", distribution, pending));
        for (int runner = 0; runner < rates.length; runner++) {
            Arrays.sort(rates[runner]);
            double median = rates[runner][ROUNDS / 2];
            line.append(String.format(
                    Locale.ROOT, "  %s %.2f (%.2f)", runners.get(runner).name, median, median / rates[0][ROUNDS / 2]));
        }
        System.out.println(line);
    }
}
