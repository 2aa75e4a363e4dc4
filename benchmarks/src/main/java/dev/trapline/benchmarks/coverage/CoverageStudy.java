package dev.trapline.benchmarks.coverage;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.measure.Replications;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts in how many experiments the 95 % interval of twenty replications contains the true mean and the true 95 % quantile.
 * Arguments: the number of the first experiment, and of the one after the last.
 */
public final class CoverageStudy {
    private static final int REPLICATIONS = 20;
    private static final double CONFIDENCE = 0.95;

    private CoverageStudy() {}

    /** Prints a line for each queue: name, true mean, true 95 % quantile, how often either was covered, experiments. */
    public static void main(String[] arguments) {
        int from = Integer.parseInt(arguments[0]);
        int to = Integer.parseInt(arguments[1]);
        for (KnownQueue queue : queues()) {
            int mean = 0;
            int p95 = 0;
            for (int experiment = from; experiment < to; experiment++) {
                Estimate[] estimates = experiment(queue, experiment);
                mean += estimates[0].covers(queue.mean()) ? 1 : 0;
                p95 += estimates[1].covers(queue.p95()) ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT, "%s\t%.6f\t%.6f\t%d\t%d\t%d%n", queue.name(), queue.mean(), queue.p95(), mean, p95, to - from);
        }
    }

    private static List<KnownQueue> queues() {
        List<KnownQueue> queues = new ArrayList<>(MarkovStation.all());
        queues.add(SharedStation.of(0.8));
        queues.add(new ClosedRing());
        return queues;
    }

    private static Estimate[] experiment(KnownQueue queue, int number) {
        Replications means = Replications.of("mean");
        Replications quantiles = Replications.of("p95");
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            LatencyHistogram times = queue.observe(number, replication);
            means.add(times.meanPicos().orElseThrow() / KnownQueue.UNIT_PICOS);
            quantiles.add((double) times.quantilePicos(0.95).orElseThrow() / KnownQueue.UNIT_PICOS);
        }
        return new Estimate[] {means.estimate(CONFIDENCE), quantiles.estimate(CONFIDENCE)};
    }
}
