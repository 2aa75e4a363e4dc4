package dev.trapline.cli;

import dev.trapline.cli.print.PhenomenonLines;
import dev.trapline.cli.print.Scores;
import dev.trapline.cli.print.ValidationTable;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.expect.Judgement;
import java.io.PrintWriter;
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

    @Option(names = "--quick", description = "3 replications and a fifth of the time, marked as such.")
    private boolean quick;

    @Override
    public Integer call() {
        Vocabulary vocabulary = Vocabulary.standard();
        PrintWriter err = spec.commandLine().getErr();
        ScenarioRunner runner = new ScenarioRunner(vocabulary, threads.count(), trapline.terminal(), err);
        List<ScenarioFile> all = scenarios(vocabulary, err);
        boolean isMissed = phenomena(all.stream().filter(ValidateCommand::isPhenomenon).toList(), runner);
        isMissed |= experiments(all.stream().filter(file -> !isPhenomenon(file)).toList(), runner);
        return isMissed ? ExitCode.MISSED : ExitCode.DONE;
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

    /** Whether something missed without a reason that is known. */
    private boolean experiments(List<ScenarioFile> files, ScenarioRunner runner) {
        Scores scores = new Scores();
        for (ScenarioFile file : files) {
            ScenarioRun run = runner.run(file);
            List<Judgement> judgements = file.expectations().judge(run.results());
            print(ValidationTable.lines(
                    run.results(), judgements, run.facts().wallSeconds(), trapline.terminal().coloured()));
            print(List.of(""));
            scores.add(run.results(), judgements);
        }
        print(scores.lines());
        return scores.isMissed();
    }

    private void print(List<String> lines) {
        lines.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
    }

    /** A name of a folder stands for all scenarios in it; none for {@code published}. */
    private List<ScenarioFile> scenarios(Vocabulary vocabulary, PrintWriter err) {
        ScenarioReader reader = ScenarioReader.standard(vocabulary);
        List<String> wanted = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of("published") : names) {
            wanted.addAll(FOLDERS.contains(name) ? reader.names(name) : List.of(name));
        }
        return Inputs.read(reader, wanted, quick ? Overrides.NONE.quickly() : Overrides.NONE, err);
    }
}
