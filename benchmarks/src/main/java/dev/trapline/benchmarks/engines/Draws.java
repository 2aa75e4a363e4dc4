package dev.trapline.benchmarks.engines;

import java.util.SplittableRandom;

/**
 * What models draw, drawn before the clock runs: every engine gets the same, and nobody's generator is measured. Times are
 * exponential with a mean of one thousandth of a second, in picoseconds.
 */
public final class Draws {
    public static final long MEAN = 1_000_000_000L;

    private static final int COUNT = 1 << 16;

    private final long[] times = new long[COUNT];
    private final int[] choices = new int[COUNT];
    private int nextTime;
    private int nextChoice;

    public Draws() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < COUNT; i++) {
            times[i] = (long) (-Math.log(1 - random.nextDouble()) * MEAN);
            choices[i] = random.nextInt(Engine.DISKS + 1);
        }
    }

    public long time() {
        return times[nextTime++ & COUNT - 1];
    }

    /** A time of which the mean is so many times the usual one. */
    public long time(double mean) {
        return (long) (time() * mean);
    }

    /** A disk, or their number: none. */
    public int choice() {
        return choices[nextChoice++ & COUNT - 1];
    }
}
