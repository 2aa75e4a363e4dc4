package dev.trapline.cli;

import dev.trapline.cli.print.ComparisonRows;
import dev.trapline.cli.print.PhenomenonLines;
import dev.trapline.cli.print.ScoreLines;
import dev.trapline.cli.print.ValidationTable;
import dev.trapline.cli.validation.Bound;
import dev.trapline.cli.validation.Rerun;
import dev.trapline.cli.validation.Validation;
import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.ComparisonReport;
import dev.trapline.reports.ForeignFolderException;
import dev.trapline.result.Results;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reruns published experiments and prints measured against simulated; and phenomena, whether they come out. */
@Command(
        name = "validate",
        description = "Rerun published experiments, measured against simulated; or known phenomena.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    private static final List<String> FOLDERS = List.of("published", "phenomena");

    private static final ValidationRecord RECORD = new ValidationRecord(Path.of(""));

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Published experiments, phenomena, or scenario files; published or phenomena for all of them"
                    + " (default: published).")
    private List<String> names = List.of();

    @Mixin
    private Threads threads;

    @Option(
            names = "--record",
            paramLabel = "REASON",
            description = "Write docs/validation.json and docs/VALIDATION.md anew and add a line to CHANGELOG.md with this reason:"
                    + " what changed in the catalogue, and which source says so.")
    private String reason;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a page (HTML) of measured against simulated: scatter on log axes and a table for each source.")
    private Path report;

    @Option(names = "--quick", description = "3 replications and a fifth of the time, marked as such.")
    private boolean quick;

    @Override
    public Integer call() throws IOException {
        requireRecordable();
        Vocabulary vocabulary = Vocabulary.standard();
        PrintWriter err = spec.commandLine().getErr();
        ScenarioRunner runner = new ScenarioRunner(vocabulary, threads.count(), trapline.terminal(), err);
        ScenarioReader reader = ScenarioReader.standard(vocabulary);
        List<ScenarioFile> all = scenarios(reader, err);
        boolean isMissed = phenomena(all.stream().filter(ValidateCommand::isPhenomenon).toList(), runner);
        List<ScenarioFile> experiments = all.stream().filter(file -> !isPhenomenon(file)).toList();
        isMissed |= !experiments.isEmpty() && experiments(experiments, reader, runner);
        return isMissed ? ExitCode.MISSED : ExitCode.DONE;
    }

    private void requireRecordable() {
        if (reason == null) {
            return;
        }
        if (quick || !isWhole() || reason.isBlank() || reason.lines().count() != 1) {
            throw new BadInputException(
                    List.of("--record needs a reason on one line, all published experiments, and no --quick"));
        }
        RECORD.require();
    }

    private static boolean isPhenomenon(ScenarioFile file) {
        return !file.explanation().isEmpty();
    }

    /** Whether one did not come out. */
    private boolean phenomena(List<ScenarioFile> files, ScenarioRunner runner) {
        List<String> missed = new ArrayList<>();
        for (ScenarioFile file : files) {
            ScenarioRun run = runner.run(file);
            print(PhenomenonLines.of(
                    run.results(), file.explanation(), run.facts().wallSeconds(), trapline.terminal().coloured()));
            print(List.of(""));
            if (!run.isAsExpected()) {
                missed.add(file.experiment().name());
            }
        }
        if (!files.isEmpty()) {
            print(PhenomenonLines.summary(files.size(), missed));
        }
        return !missed.isEmpty();
    }

    /** Whether something missed without a reason that is known, or a bound is not kept. */
    private boolean experiments(List<ScenarioFile> files, ScenarioReader reader, ScenarioRunner runner) throws IOException {
        List<Rerun> reruns = new ArrayList<>();
        boolean coloured = trapline.terminal().coloured();
        for (ScenarioFile file : files) {
            ScenarioRun run = runner.run(file);
            Rerun rerun = ValidationTable.rerun(run.results(), file.expectations().judge(run.results()));
            print(ValidationTable.lines(rerun, run.facts().wallSeconds(), coloured));
            print(List.of(""));
            reruns.add(reason != null && rerun.hasQuickRun() ? rerun.withQuickRun(shortened(file, reader, runner)) : rerun);
        }
        Validation validation = Validation.of(quick, reader, reruns);
        print(ScoreLines.of(validation, isWhole(), coloured));
        if (reason != null) {
            RECORD.write(validation, reason);
        }
        if (report != null) {
            write(validation);
        }
        boolean keepsBounds = !isWhole() || validation.score().bounds().stream().allMatch(Bound::kept);
        return validation.score().hasMisses() || !keepsBounds;
    }

    private void write(Validation validation) throws IOException {
        try {
            ComparisonReport.write(ComparisonRows.of(validation), ComparisonRows.summary(validation), report);
            print(List.of(report.toString()));
        } catch (ForeignFolderException foreign) {
            throw new BadInputException(List.of(foreign.getMessage()));
        }
    }

    private static Results shortened(ScenarioFile file, ScenarioReader reader, ScenarioRunner runner) {
        return runner.run(reader.read(file.experiment().name(), Overrides.NONE.quickly()).value()).results();
    }

    /** Whether all published experiments were asked for. */
    private boolean isWhole() {
        return names.isEmpty() || names.contains("published");
    }

    private void print(List<String> lines) {
        lines.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
    }

    /** A name of a folder stands for all scenarios in it; none for {@code published}. */
    private List<ScenarioFile> scenarios(ScenarioReader reader, PrintWriter err) {
        List<String> wanted = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of("published") : names) {
            wanted.addAll(FOLDERS.contains(name) ? reader.names(name) : List.of(name));
        }
        return Inputs.read(reader, wanted, quick ? Overrides.NONE.quickly() : Overrides.NONE, err);
    }
}
