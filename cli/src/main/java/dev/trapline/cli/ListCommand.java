package dev.trapline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what the catalogue and the component lists hold. */
@Command(name = "list", description = "List platforms, machines, workloads, schedulers and the like.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KIND", arity = "0..1", description = "What to list (default: all kinds).")
    private String kind;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("trapline list: not yet");
        return ExitCode.FAILED;
    }
}
