package dev.trapline.cli;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Problem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a scenario or catalogue file and reports all that is wrong with it at once. */
@Command(name = "check", description = "Check files without running them.", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Scenario or catalogue files, or names of the gallery.")
    private List<String> files;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ScenarioReader reader = ScenarioReader.standard(Vocabulary.standard());
        List<Problem> problems = new ArrayList<>();
        for (String file : files) {
            Outcome<String> outcome = reader.check(file);
            outcome.optional().ifPresent(summary -> out.println(file + ": " + summary));
            outcome.warnings().forEach(warning -> err.println("warning: " + warning));
            problems.addAll(outcome.problems());
        }
        out.flush();
        if (!problems.isEmpty()) {
            throw new BadInputException(problems.stream().map(Problem::toString).distinct().toList());
        }
        return ExitCode.DONE;
    }
}
