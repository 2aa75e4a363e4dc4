package dev.trapline.cli;

import dev.trapline.cli.print.SensitivityLines;
import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.ForeignFolderException;
import dev.trapline.reports.ResultFiles;
import dev.trapline.reports.SensitivityReport;
import dev.trapline.result.Sensitivity;
import dev.trapline.run.Progress;
import dev.trapline.run.SensitivityStudy;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.Overrides.Assignment;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Says on which of the uncertain costs a figure depends: Morris' screening, for each platform of a scenario. */
@Command(
        name = "sensitivity",
        description = "Screen the costs that have ranges: on which of them does a figure depend?",
        mixinStandardHelpOptions = true)
final class SensitivityCommand implements Callable<Integer> {
    private static final Path RESULTS = Path.of("results");
    private static final int LEAST_TRAJECTORIES = 2;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(paramLabel = "FILE", arity = "1", description = "Scenario file, or a name of the gallery.")
    private String file;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "The figure (default: what the verdict compares); relative.NAME to native.")
    private String metric = "";

    @Option(names = "--guest", paramLabel = "NAME", description = "The guest group whose figure it is (default: the first).")
    private String guest = "";

    @Option(
            names = "--point",
            paramLabel = "PATH=VALUE",
            converter = AssignmentConverter.class,
            description = "At which of the scenario's points, by a varied value; may be repeated. Of those that are left, the"
                    + " largest of the first setting that most platforms support (default: of all).")
    private List<Assignment> point = List.of();

    @Option(
            names = "--trajectories",
            paramLabel = "N",
            converter = PositiveCount.class,
            description = "Trajectories of the screening, 2 or more (default: ${DEFAULT-VALUE}).")
    private Integer trajectories = 6;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/SCENARIO-sensitivity).")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Seed instead of the scenario's.")
    private Long seed;

    @Mixin
    private Selection selection;

    @Option(names = "--quick", description = "3 replications and a fifth of the time, marked as such.")
    private boolean quick;

    @Option(names = "--json", description = "Print what was found as JSON instead of the tables.")
    private boolean json;

    @Mixin
    private Threads threads;

    @Override
    public Integer call() throws IOException {
        if (trajectories < LEAST_TRAJECTORIES) {
            throw new BadInputException(List.of("--trajectories: must be 2 or more, got " + trajectories));
        }
        Vocabulary vocabulary = Vocabulary.standard();
        ScenarioFile scenario = Inputs.read(
                        ScenarioReader.standard(vocabulary), List.of(file), overrides(), spec.commandLine().getErr())
                .get(0);
        Experiment experiment = atPoint(scenario);
        Path folder = out != null ? out : RESULTS.resolve(scenario.folderName() + "-sensitivity");
        try {
            SensitivityReport.requireReplaceable(folder);
            Sensitivity found = watched(vocabulary, scenario, experiment);
            Path page = SensitivityReport.write(found, folder);
            if (json) {
                spec.commandLine().getOut().print(ResultFiles.toJson(found));
            } else {
                boolean coloured = trapline.terminal().coloured();
                SensitivityLines.of(found, coloured).forEach(spec.commandLine().getOut()::println);
                spec.commandLine().getOut().println(page);
            }
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        } catch (ForeignFolderException foreign) {
            throw new BadInputException(List.of(foreign.getMessage()));
        }
    }

    private Overrides overrides() {
        OptionalLong other = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        return new Overrides(selection.values(), List.of(), selection.platforms(), other, OptionalInt.empty(), quick);
    }

    /** With the points that are left; a scenario that looks for a limit has no largest point that says anything. */
    private Experiment atPoint(ScenarioFile scenario) {
        Experiment experiment = scenario.experiment();
        experiment.objective().filter(it -> point.stream().noneMatch(at -> at.path().equals(it.path()))).ifPresent(it -> {
            throw new BadInputException(List.of(scenario.file() + ": looks for the largest " + it.path() + "; say with --point "
                    + it.path() + "=N at which number costs are screened"));
        });
        PointChoice choice = new PointChoice(experiment, point);
        if (choice.points().isEmpty()) {
            throw choice.refused("a point");
        }
        return experiment.only(choice.points());
    }

    private Sensitivity watched(Vocabulary vocabulary, ScenarioFile scenario, Experiment experiment) {
        String name = experiment.name();
        try (ProgressLine line = ProgressLine.on(trapline.terminal(), spec.commandLine().getErr(), name)) {
            return new SensitivityStudy(vocabulary, threads.count(), line == null ? Progress.NONE : line)
                    .run(experiment, new SensitivityStudy.Asked(guest, metric, trajectories), Version.number());
        } catch (IllegalArgumentException unfit) {
            throw new BadInputException(List.of(scenario.file() + ": " + unfit.getMessage()));
        } catch (IllegalStateException | ArithmeticException broken) {
            if (broken.getCause() instanceof IllegalArgumentException unfit) {
                throw new BadInputException(List.of(scenario.file() + ": " + unfit.getMessage()));
            }
            throw new FailedRunException(name + " failed: " + broken.getMessage(), broken);
        }
    }
}
