package dev.trapline.cli;

import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.RunFacts;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.ScenarioFile;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A scenario that was run: what came out, with its expectations judged, and what the run was like. */
record ScenarioRun(ScenarioFile file, Results results, RunFacts facts) {

    /** Runs it with its progress on standard error, if that is a terminal. */
    static ScenarioRun watched(ScenarioFile file, Vocabulary vocabulary, int threads, Terminal terminal, PrintWriter err) {
        try (ProgressLine line = ProgressLine.on(terminal, err, file.experiment().name())) {
            return of(file, vocabulary, threads, line == null ? Progress.NONE : line);
        }
    }

    /**
     * Runs it.
     *
     * @throws FailedRunException with one sentence if the run broke down
     */
    static ScenarioRun of(ScenarioFile file, Vocabulary vocabulary, int threads, Progress progress) {
        Instant started = Instant.now();
        long start = System.nanoTime();
        Results found = results(file, vocabulary, threads, progress);
        Results judged = found.withExpectations(file.expectations().evaluate(found));
        double wallSeconds = (System.nanoTime() - start) / 1e9;
        return new ScenarioRun(file, judged, facts(judged, threads, started, wallSeconds));
    }

    boolean isAsExpected() {
        return results.expectations().stream().allMatch(Results.Expectation::met);
    }

    private static Results results(ScenarioFile file, Vocabulary vocabulary, int threads, Progress progress) {
        try {
            return new Laboratory(vocabulary, threads, progress).run(file.experiment(), Version.number());
        } catch (IllegalStateException | ArithmeticException broken) {
            throw new FailedRunException(file.experiment().name() + " failed: " + broken.getMessage(), broken);
        }
    }

    private static RunFacts facts(Results results, int threads, Instant started, double wallSeconds) {
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
