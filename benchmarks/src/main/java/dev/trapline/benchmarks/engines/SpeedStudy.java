package dev.trapline.benchmarks.engines;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Models of one size in several engines, fork by fork. Arguments: models and engines with commas between, the size between
 * the two, forks, and the file for JMH's own results. Prints a line for each engine: model, size, engine; processor time in
 * ns for each operation: median, least, most; allocated bytes.
 */
public final class SpeedStudy {
    private SpeedStudy() {}

    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(EngineBenchmark.class.getName())
                .param("model", arguments[0].split(","))
                .param("size", arguments[1])
                .param("engine", arguments[2].split(","))
                .forks(Integer.parseInt(arguments[3]))
                .resultFormat(ResultFormatType.JSON)
                .result(arguments[4])
                .output(arguments[4].replace(".json", ".log"))
                .addProfiler(ProcessorTime.class)
                .addProfiler(GCProfiler.class);
        Collection<RunResult> results = new Runner(options.build()).run();
        results.forEach(SpeedStudy::print);
    }

    private static void print(RunResult result) {
        double[] nanos = each(result.getBenchmarkResults(), ProcessorTime.NAME);
        double[] bytes = each(result.getBenchmarkResults(), "gc.alloc.rate.norm");
        BenchmarkParams asked = result.getParams();
        System.out.printf(
                Locale.ROOT, "%s\t%s\t%s\t%.2f\t%.2f\t%.2f\t%.2f%n",
                asked.getParam("model"), asked.getParam("size"), asked.getParam("engine"),
                median(nanos), nanos[0], nanos[nanos.length - 1], median(bytes));
    }

    /** Of each iteration of each fork, sorted. */
    private static double[] each(Collection<BenchmarkResult> forks, String name) {
        double[] values = forks.stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> score(iteration, name))
                .toArray();
        Arrays.sort(values);
        return values;
    }

    private static double score(IterationResult iteration, String name) {
        for (String key : iteration.getSecondaryResults().keySet()) {
            if (key.endsWith(name)) {
                return iteration.getSecondaryResults().get(key).getScore();
            }
        }
        return 0;
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
