package dev.trapline.cli;

import dev.trapline.cli.print.Summary;
import dev.trapline.cli.print.TwinLines;
import dev.trapline.cli.print.Words;
import dev.trapline.cli.resume.UnfinishedFolder;
import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.ForeignFolderException;
import dev.trapline.reports.ReportFolder;
import dev.trapline.run.Twin;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.Overrides.Assignment;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs scenarios, prints the verdict and writes a result folder for each. */
@Command(
        name = "run",
        description = "Run scenarios and write their results and reports.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final Path RESULTS = Path.of("results");

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario files, or names of the gallery.")
    private List<String> files;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Result folder (default: results/SCENARIO); of several files, the folder that holds theirs.")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Seed instead of the scenario's.")
    private Long seed;

    @Option(
            names = "--draws",
            paramLabel = "N",
            converter = Count.class,
            description = "Draws of the uncertain costs, 0 for none.")
    private Integer draws;

    @Mixin
    private Selection selection;

    @Option(
            names = "--vary",
            paramLabel = "PATH=A,B,C",
            converter = AssignmentConverter.class,
            description = "Vary one value of the scenario, by a list or in any form of `vary`; may be repeated.")
    private List<Assignment> varied = List.of();

    @Option(names = "--quick", description = "3 replications and a fifth of the time, marked as such.")
    private boolean quick;

    @Mixin
    private Threads threads;

    @ArgGroup
    private Resumption resumption = new Resumption();

    /** At most one of the two. */
    private static final class Resumption {
        @Option(
                names = "--resume",
                description = "Go on with a run that was broken off (default); what is finished lies in DIR.unfinished.")
        private boolean resume;

        @Option(names = "--fresh", description = "Start over, whatever is finished.")
        private boolean fresh;
    }

    @Option(names = "--with-bounds", description = "Print what queueing formulas say beside the simulation; bounds also where they do not solve it.")
    private boolean withBounds;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write expectations as test cases for a build server.")
    private Path junit;

    @Option(names = "--json", description = "Print results as JSON instead of the table.")
    private boolean json;

    @Option(names = "--csv", description = "Print figures as CSV instead of the table.")
    private boolean csv;

    @Override
    public Integer call() throws IOException {
        if (json && csv) {
            throw new ParameterException(spec.commandLine(), "--json and --csv exclude each other.");
        }
        Vocabulary vocabulary = Vocabulary.standard();
        if (threads.count() > 1) {
            ReportFolder.prepare();
        }
        PrintWriter err = spec.commandLine().getErr();
        List<ScenarioFile> scenarios = Inputs.read(ScenarioReader.standard(vocabulary), files, overrides(), err);
        Map<Path, ScenarioFile> folders = folders(scenarios);
        ScenarioRunner runner = new ScenarioRunner(vocabulary, threads.count(), trapline.terminal(), err);
        List<ScenarioRun> runs = new ArrayList<>();
        for (Map.Entry<Path, ScenarioFile> entry : folders.entrySet()) {
            UnfinishedFolder unfinished = UnfinishedFolder.beside(entry.getKey());
            if (resumption.fresh) {
                unfinished.clear();
            }
            ScenarioRun run = runner.run(entry.getValue(), unfinished);
            List<Twin> twins = runner.twins(entry.getValue(), run.results(), withBounds);
            run = run.with(twins.stream().map(Twin::row).toList());
            ReportFolder.Written written = ReportFolder.write(run.results(), run.facts(), entry.getKey());
            unfinished.clear();
            notes(unfinished, written).forEach(err::println);
            print(run, written);
            if (withBounds && !json && !csv) {
                bounds(twins, entry.getValue(), run);
            }
            runs.add(run);
        }
        if (junit != null) {
            JunitFile.write(junit, runs);
        }
        return runs.stream().allMatch(ScenarioRun::isAsExpected) ? ExitCode.DONE : ExitCode.MISSED;
    }

    private static List<String> notes(UnfinishedFolder unfinished, ReportFolder.Written written) {
        List<String> notes = new ArrayList<>();
        if (unfinished.found() > 0) {
            notes.add("Continued: " + Words.count(unfinished.found(), "run") + " had been finished before (--fresh starts over).");
        }
        if (!unfinished.trouble().isEmpty()) {
            notes.add(unfinished.trouble());
        }
        notes.addAll(written.notes());
        return notes;
    }

    private void bounds(List<Twin> twins, ScenarioFile scenario, ScenarioRun run) {
        boolean coloured = trapline.terminal().coloured();
        TwinLines.of(twins, scenario.experiment().points(), Optional.of(run.results()), coloured)
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
    }

    private Overrides overrides() {
        return new Overrides(
                selection.values(),
                varied,
                selection.platforms(),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                draws == null ? OptionalInt.empty() : OptionalInt.of(draws),
                quick);
    }

    /** Where each goes; asked before anything runs, because a run may take long. */
    private Map<Path, ScenarioFile> folders(List<ScenarioFile> scenarios) throws IOException {
        Map<Path, ScenarioFile> folders = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (ScenarioFile scenario : scenarios) {
            Path folder = folder(scenario, scenarios.size());
            ScenarioFile other = folders.putIfAbsent(folder, scenario);
            if (other != null) {
                problems.add(scenario.file() + ": would be written into " + folder + ", and so would " + other.file());
            }
            problems.addAll(obstacle(folder));
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        return folders;
    }

    private Path folder(ScenarioFile scenario, int of) {
        return out != null && of == 1 ? out : (out == null ? RESULTS : out).resolve(scenario.folderName());
    }

    private static List<String> obstacle(Path folder) throws IOException {
        try {
            ReportFolder.requireReplaceable(folder);
            return List.of();
        } catch (ForeignFolderException foreign) {
            return List.of(foreign.getMessage());
        }
    }

    private void print(ScenarioRun run, ReportFolder.Written written) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json || csv) {
            try (Reader results = Files.newBufferedReader(written.directory().resolve(json ? "results.json" : "results.csv"))) {
                results.transferTo(out);
            }
        } else {
            boolean coloured = trapline.terminal().coloured();
            Summary.of(run.results(), run.facts().wallSeconds(), coloured).lines().forEach(out::println);
            out.println(written.page());
        }
        out.flush();
    }
}
