package dev.trapline.cli;

import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.RunFacts;
import dev.trapline.result.Results;
import dev.trapline.run.AnalyticTwin;
import dev.trapline.run.FinishedRuns;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.run.Twin;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.spec.Experiment;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs scenarios one after the other, with their progress on standard error if that is a terminal. */
record ScenarioRunner(Vocabulary vocabulary, int threads, Terminal terminal, PrintWriter err) {

    /**
     * Runs one and judges its expectations.
     *
     * @throws FailedRunException with one sentence if the run broke down
     */
    ScenarioRun run(ScenarioFile file) {
        return run(file, FinishedRuns.NONE);
    }

    /** The same, except that runs which were finished before are not made again. */
    ScenarioRun run(ScenarioFile file, FinishedRuns finished) {
        Instant started = Instant.now();
        long start = System.nanoTime();
        Results found = watched(file, finished);
        Results judged = found.withExpectations(file.expectations().evaluate(found));
        return new ScenarioRun(judged, facts(judged, started, (System.nanoTime() - start) / 1e9));
    }

    /**
     * What queueing formulas say of the points that were run.
     *
     * @param all also of those that nobody can solve by them, which then have bounds and the reason
     */
    List<Twin> twins(ScenarioFile file, Results results, boolean all) {
        Set<Integer> ran = results.metrics().stream().map(Results.Metric::point).collect(Collectors.toSet());
        Experiment experiment = file.experiment();
        Experiment seen = experiment.only(
                experiment.points().stream().filter(point -> ran.contains(point.index())).toList());
        AnalyticTwin twin = new AnalyticTwin(vocabulary, threads);
        return all ? twin.solve(seen) : twin.within(seen);
    }

    private Results watched(ScenarioFile file, FinishedRuns finished) {
        try (ProgressLine line = ProgressLine.on(terminal, err, file.experiment().name())) {
            return results(file, line == null ? Progress.NONE : line, finished);
        }
    }

    private Results results(ScenarioFile file, Progress progress, FinishedRuns finished) {
        try {
            return new Laboratory(vocabulary, threads, progress, finished).run(file.experiment(), Version.number());
        } catch (IllegalStateException | ArithmeticException broken) {
            throw new FailedRunException(file.experiment().name() + " failed: " + broken.getMessage(), broken);
        }
    }

    private RunFacts facts(Results results, Instant started, double wallSeconds) {
        return new RunFacts(
                wallSeconds,
                results.fingerprints().eventsExecuted(),
                threads,
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
                Version.number(),
                Version.commit(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors",
                started.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
