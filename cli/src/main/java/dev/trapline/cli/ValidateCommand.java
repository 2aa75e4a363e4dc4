package dev.trapline.cli;

import dev.trapline.cli.print.Scores;
import dev.trapline.cli.print.ValidationTable;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.expect.Judgement;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reruns published experiments and prints measured against simulated. */
@Command(
        name = "validate",
        description = "Rerun published experiments: measured against simulated.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Published experiments, or scenario files (default: all published).")
    private List<String> names = List.of();

    @Mixin
    private Threads threads;

    @Option(names = "--quick", description = "3 replications and a fifth of the time, marked as such.")
    private boolean quick;

    @Override
    public Integer call() {
        Vocabulary vocabulary = Vocabulary.standard();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ScenarioRunner runner = new ScenarioRunner(vocabulary, threads.count(), trapline.terminal(), err);
        Scores scores = new Scores();
        for (ScenarioFile scenario : scenarios(vocabulary, err)) {
            ScenarioRun run = runner.run(scenario);
            List<Judgement> judgements = scenario.expectations().judge(run.results());
            ValidationTable.lines(run.results(), judgements, run.facts().wallSeconds(), trapline.terminal().coloured())
                    .forEach(out::println);
            scores.add(run.results(), judgements);
            out.println();
            out.flush();
        }
        scores.lines().forEach(out::println);
        out.flush();
        return scores.isMissed() ? ExitCode.MISSED : ExitCode.DONE;
    }

    private List<ScenarioFile> scenarios(Vocabulary vocabulary, PrintWriter err) {
        ScenarioReader reader = ScenarioReader.standard(vocabulary);
        Overrides overrides = quick ? Overrides.NONE.quickly() : Overrides.NONE;
        return Inputs.read(reader, names.isEmpty() ? reader.names("published") : names, overrides, err);
    }
}
