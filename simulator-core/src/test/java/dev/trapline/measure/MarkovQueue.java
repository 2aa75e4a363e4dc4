package dev.trapline.measure;

import dev.trapline.random.KeyedSource;

/** M/M/1 with a mean service of 1, by the recurrence of Lindley and as a birth-death chain; true values are known. */
final class MarkovQueue {
    private final KeyedSource source;
    private final double load;

    MarkovQueue(double load, long seed) {
        this.load = load;
        source = new KeyedSource(seed, 0, KeyedSource.path("queue"));
    }

    /** The times in the system of so many customers, of whom the first finds some others before it. */
    double[] sojourns(int customers, int others) {
        double ahead = 0;
        for (int i = 0; i < others; i++) {
            ahead += source.nextExponential();
        }
        double[] sojourns = new double[customers];
        for (int i = 0; i < customers; i++) {
            sojourns[i] = ahead + source.nextExponential();
            ahead = StrictMath.max(0, sojourns[i] - source.nextExponential() / load);
        }
        return sojourns;
    }

    /** The number inside at so many equal steps of a time, from empty. */
    Growth.Backlog backlog(double time, int looks) {
        long[] inside = new long[looks + 1];
        long now = 0;
        long arrived = 0;
        double clock = 0;
        for (int look = 0; look <= looks; look++) {
            double until = time * look / looks;
            while (true) {
                double rate = load + (now > 0 ? 1 : 0);
                double next = clock + source.nextExponential() / rate;
                if (next > until) {
                    // An exponential time forgets: what is left of it is drawn anew after the look.
                    clock = until;
                    break;
                }
                clock = next;
                boolean arrives = source.nextOpenDouble() * rate < load;
                now += arrives ? 1 : -1;
                arrived += arrives ? 1 : 0;
            }
            inside[look] = now;
        }
        return new Growth.Backlog(inside, arrived);
    }
}
