package dev.trapline.scheduler;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import java.util.ArrayList;
import java.util.List;

/** What the declarations of Linux's schedulers have in common. */
final class LinuxKeys {
    /** More cores than this do not make the times of the fair schedulers longer. */
    private static final int MOST_SCALING_CORES = 8;

    private LinuxKeys() {}

    static Shape.Key time(String name, long leastPicos, double picos, String sentence) {
        return Shape.optional(name, Shape.time(leastPicos, 10.0 * Time.PICOS_PER_SECOND), (long) picos, sentence);
    }

    /** The own keys with those that all of them have. */
    static List<Shape.Key> with(List<Shape.Key> own, double hotMillis, double intervalMillis, String interval, long tolerance) {
        List<Shape.Key> keys = new ArrayList<>(own);
        keys.add(time("migration-cost", 0, hotMillis * Time.PICOS_PER_MILLI,
                "For so long after it ran a thread counts as warm in its core's caches and is not pulled by an idle core."));
        keys.add(time("balance-interval", Time.PICOS_PER_MILLI, intervalMillis * Time.PICOS_PER_MILLI,
                interval));
        keys.add(Shape.optional("imbalance", Shape.count(101, 1000), tolerance,
                "From how much of a core's load on, in percent, another is too loaded and gives threads away."));
        return keys;
    }

    /** The keys that only the fair schedulers have. */
    static List<Shape.Key> fair(List<Shape.Key> own, double intervalMillis) {
        List<Shape.Key> keys = new ArrayList<>(own);
        keys.add(Shape.optional("scaling", Shape.choice("logarithmic", "none"), "logarithmic",
                "logarithmic: these times count 1 + log2 of the cores, rounded down, of 8 cores at most; none: as written."));
        keys.add(time("tick", 0, Time.PICOS_PER_MILLI,
                "The period of the tick at which a slice is seen to have ended; 0 ms: timers end slices exactly."));
        keys.add(time("quota-period", Time.PICOS_PER_MILLI, 100 * Time.PICOS_PER_MILLI,
                "In which period a capped thread gets its quota, cap x period."));
        return with(keys, 0.5, intervalMillis,
                "How often each busy core compares its load with that of the others, times the cores.", 117);
    }

    /** How many times as long as written the scaled times are. */
    static long factor(Values values, int cores) {
        boolean scaled = values.text("scaling").equals("logarithmic");
        return scaled ? Integer.SIZE - Integer.numberOfLeadingZeros(Math.min(cores, MOST_SCALING_CORES)) : 1;
    }

    /** Balancing of the fair schedulers, whose interval grows with the cores; it is no shorter than a tick. */
    static LinuxBalancing.Rules fairBalancing(Values values, Ticks ticks, int cores) {
        long interval = cores * values.whole("balance-interval") - ticks.periodPicos();
        return balancing(values, ticks, Math.max(interval, Math.max(ticks.periodPicos(), Time.PICOS_PER_MILLI)), true);
    }

    static LinuxBalancing.Rules balancing(Values values, Ticks ticks, long intervalPicos, boolean rotates) {
        return new LinuxBalancing.Rules(
                ticks, values.whole("migration-cost"), intervalPicos, values.whole("imbalance"), rotates);
    }
}
