package dev.trapline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a result folder once more. */
@Command(name = "report", description = "Write the report of a result folder again.", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1", description = "Result folder.")
    private Path folder;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("trapline report: not yet");
        return ExitCode.FAILED;
    }
}
