package dev.trapline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema that gives editors completion. */
@Command(name = "schema", description = "Print the JSON Schema of a kind of file.", mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KIND", arity = "0..1", description = "Kind of file (default: scenario).")
    private String kind;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("trapline schema: not yet");
        return ExitCode.FAILED;
    }
}
