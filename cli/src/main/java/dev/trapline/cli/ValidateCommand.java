package dev.trapline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reruns published experiments and prints measured against simulated. */
@Command(name = "validate", description = "Rerun published experiments: measured against simulated.", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Experiments (default: all).")
    private List<String> names;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("trapline validate: not yet");
        return ExitCode.FAILED;
    }
}
