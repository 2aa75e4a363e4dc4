package dev.trapline.benchmarks.numbers;

import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * By how much common random numbers cut the variance of the difference in throughput between Hyper-V and ESX, at each point of
 * the scenario the project was born from.
 *
 * <p>One run for each of many seeds. Pairs of one seed met the same arrivals and demands; pairs of a seed and the next one met
 * independent ones. Arguments: how many seeds, and PATH=VALUE settings.
 */
public final class CommonNumbersStudy {
    private static final String FIRST = "hyper-v-2008";
    private static final String SECOND = "esx-3.5";

    private CommonNumbersStudy() {}

    public static void main(String[] arguments) {
        int seeds = Integer.parseInt(arguments[0]);
        List<Results> runs = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            runs.add(run(seed, arguments));
        }
        System.out.println("point\tHyper-V\tESX\tvariance, one seed\tvariance, two seeds\tratio");
        for (Results.Point point : runs.get(0).points()) {
            double[] first = runs.stream().mapToDouble(it -> throughput(it, point, FIRST)).toArray();
            double[] second = runs.stream().mapToDouble(it -> throughput(it, point, SECOND)).toArray();
            double common = variance(first, second, 0);
            double independent = variance(first, second, 1);
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%.3f\t%.3f\t%.5g\t%.5g\t%.1f%n",
                    point.at().values(), mean(first), mean(second), common, independent, independent / common);
        }
    }

    private static Results run(int seed, String... arguments) {
        List<Overrides.Assignment> sets = new ArrayList<>();
        sets.add(Overrides.Assignment.of("run.replications=1"));
        for (int i = 1; i < arguments.length; i++) {
            sets.add(Overrides.Assignment.of(arguments[i]));
        }
        Vocabulary vocabulary = Vocabulary.standard();
        Overrides overrides =
                new Overrides(sets, List.of(), List.of(FIRST, SECOND), OptionalLong.of(seed), OptionalInt.of(0), false);
        Experiment experiment = ScenarioReader.standard(vocabulary)
                .read("hosted-versus-bare-metal", overrides)
                .value()
                .experiment();
        return new Laboratory(vocabulary, 2, Progress.NONE).run(experiment, "study");
    }

    private static double throughput(Results results, Results.Point point, String platform) {
        return results.metrics().stream()
                .filter(it -> it.point() == point.index() && it.platform().equals(platform) && it.metric().equals("throughput"))
                .mapToDouble(Results.Metric::mean)
                .findFirst()
                .orElseThrow();
    }

    /** Of the differences between a run of the first and that run of the second which is so many seeds further on. */
    private static double variance(double[] first, double[] second, int shift) {
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[(i + shift) % first.length];
        }
        double mean = mean(differences);
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return squares / (differences.length - 1);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
