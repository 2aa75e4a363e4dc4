package dev.trapline.cli;

import dev.trapline.cli.print.TwinLines;
import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.ResultFiles;
import dev.trapline.result.Results;
import dev.trapline.run.AnalyticTwin;
import dev.trapline.run.Twin;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Solves a scenario by queueing formulas instead of simulating it; says what keeps it from that. */
@Command(
        name = "solve",
        description = "Solve a scenario by queueing formulas, as far as they reach, with bounds.",
        mixinStandardHelpOptions = true)
final class SolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(paramLabel = "FILE", arity = "1", description = "Scenario file, or a name of the gallery.")
    private String file;

    @Mixin
    private Selection selection;

    @Mixin
    private Threads threads;

    @Option(names = "--json", description = "Print the figures as JSON instead of the tables.")
    private boolean json;

    /** What {@code --json} prints. */
    record Solved(String scenario, List<Results.Bound> bounds) {}

    @Override
    public Integer call() {
        Vocabulary vocabulary = Vocabulary.standard();
        Overrides overrides =
                new Overrides(selection.values(), List.of(), selection.platforms(), OptionalLong.empty(), OptionalInt.empty(), false);
        ScenarioFile scenario = Inputs.read(
                        ScenarioReader.standard(vocabulary), List.of(file), overrides, spec.commandLine().getErr())
                .get(0);
        List<Twin> twins = new AnalyticTwin(vocabulary, threads.count()).solve(scenario.experiment());
        if (twins.stream().allMatch(twin -> twin.bounds().isEmpty())) {
            throw new BadInputException(List.of(scenario.file() + ": is out of reach of formulas: " + reasons(twins)));
        }
        if (json) {
            spec.commandLine().getOut().print(ResultFiles.toJson(
                    new Solved(scenario.experiment().name(), twins.stream().map(Twin::row).toList())));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        }
        spec.commandLine().getOut().println(scenario.experiment().name());
        TwinLines.of(twins, scenario.experiment().points(), Optional.empty(), trapline.terminal().coloured())
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private static String reasons(List<Twin> twins) {
        String reasons = twins.stream().flatMap(twin -> twin.reasons().stream()).distinct().collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "no platform supports it" : reasons;
    }
}
