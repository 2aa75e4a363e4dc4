package dev.trapline.cli;

import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.FirstDifference;
import dev.trapline.reports.ResultFiles;
import dev.trapline.reports.UnreadableResultsException;
import dev.trapline.result.Results;
import dev.trapline.run.Twin;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs once more what a result file says was run, and says whether the same came out, or where the first difference is. */
@Command(
        name = "rerun",
        description = "Run once more what a results.json came from; reproduce it or name the first difference.",
        mixinStandardHelpOptions = true)
final class RerunCommand implements Callable<Integer> {
    private static final int HASH_SHOWN = 12;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(paramLabel = "FILE", arity = "1", description = "results.json, or the folder that holds it.")
    private Path file;

    @Option(
            names = "--beside",
            paramLabel = "DIR",
            description = "Where catalogue files of the scenario's own stand (default: the current folder).")
    private Path beside = Path.of("");

    @Mixin
    private Threads threads;

    @Override
    public Integer call() throws IOException {
        Path results = Files.isDirectory(file) ? file.resolve("results.json") : file;
        Results then = read(results);
        Vocabulary vocabulary = Vocabulary.standard();
        ScenarioFile scenario = BadInputException.valueOf(ScenarioReader.standard(vocabulary)
                .readText(then.resolvedScenario(), results + " (resolvedScenario)", beside));
        PrintWriter out = spec.commandLine().getOut();
        out.println(then.scenario() + ": seed " + then.settings().seed() + ", scenario " + brief(then.scenarioHash())
                + ", catalogue " + brief(then.catalogueHash()) + ", version " + then.version());
        inputs(then, scenario).ifPresent(out::println);
        ScenarioRunner runner =
                new ScenarioRunner(vocabulary, threads.count(), trapline.terminal(), spec.commandLine().getErr());
        Results now = runner.run(scenario).results();
        now = now.withBounds(bounds(then, runner, scenario, now));
        Optional<String> difference = FirstDifference.of(then, now);
        out.println(difference.map(where -> "Not reproduced; the first difference is " + where + ".")
                .orElse("Reproduced: everything in " + results + " came out the same."));
        out.flush();
        return difference.isPresent() ? ExitCode.MISSED : ExitCode.DONE;
    }

    /** Of what there was: all that had any bounds then. */
    private static List<Results.Bound> bounds(Results then, ScenarioRunner runner, ScenarioFile scenario, Results now) {
        if (then.bounds().isEmpty()) {
            return List.of();
        }
        return runner.twins(scenario, now, true).stream()
                .map(Twin::row)
                .filter(row -> then.bounds().stream().anyMatch(was -> was.platform().equals(row.platform())
                        && was.variant().equals(row.variant())
                        && was.point() == row.point()))
                .toList();
    }

    private static Results read(Path results) throws IOException {
        if (!Files.isRegularFile(results)) {
            throw new BadInputException(List.of(results + ": is no file; name a results.json or the folder that holds it"));
        }
        try {
            return ResultFiles.read(results);
        } catch (UnreadableResultsException unfit) {
            throw new BadInputException(List.of(unfit.getMessage()));
        }
    }

    /** What of the input is not what it was, before anything runs. */
    private static Optional<String> inputs(Results then, ScenarioFile scenario) {
        if (!then.version().equals(Version.number())) {
            return Optional.of("This is version " + Version.number() + ".");
        }
        if (!then.catalogueHash().equals(scenario.experiment().catalogueHash())) {
            return Optional.of("The catalogue entries that it uses have changed since: "
                    + brief(scenario.experiment().catalogueHash()) + ".");
        }
        return Optional.empty();
    }

    private static String brief(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }
}
