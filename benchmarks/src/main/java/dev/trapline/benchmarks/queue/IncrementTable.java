package dev.trapline.benchmarks.queue;

import java.util.SplittableRandom;

/** Increments of the HOLD model, drawn before the clock runs, so that drawing is no part of what is measured. */
public final class IncrementTable {
    /** On the average one of the pending events is due in each such time. */
    public static final long MEAN_GAP = 1_000_000;

    private static final int DRAWS = 1 << 16;

    private final long[] draws = new long[DRAWS];
    private int next;

    /** @param pending the number of pending events, by which all increments grow */
    public IncrementTable(String distribution, int pending) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = (long) (draw(distribution, random) * MEAN_GAP * pending);
        }
    }

    public long next() {
        return draws[next++ & DRAWS - 1];
    }

    /** Of mean one, but for the tail of Pareto's. */
    private static double draw(String distribution, SplittableRandom random) {
        double u = random.nextDouble();
        return switch (distribution) {
            case "exponential" -> -Math.log(1 - u);
            case "uniform" -> 2 * u;
            case "bimodal" -> u < 0.9 ? random.nextDouble() * 0.1 : 9 + random.nextDouble();
            case "pareto" -> Math.min(1e6, 0.1 / Math.pow(1 - u, 1 / 1.1));
            case "identical" -> 1;
            case "camel" -> (u < 0.5 ? 0.2 : 1.7) + 0.1 * random.nextDouble();
            default -> throw new IllegalArgumentException("no distribution " + distribution);
        };
    }
}
