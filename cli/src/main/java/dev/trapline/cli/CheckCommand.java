package dev.trapline.cli;

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

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario or catalogue files, or names of the gallery.")
    private List<String> files;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("trapline check: not yet");
        return ExitCode.FAILED;
    }
}
