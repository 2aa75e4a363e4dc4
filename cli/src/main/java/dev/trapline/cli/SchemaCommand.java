package dev.trapline.cli;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.schema.SchemaWriter;
import dev.trapline.scenarios.text.Wording;
import java.util.List;
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

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            defaultValue = "scenario",
            description = "Kind of file: scenario, a kind of catalogue entry, or sources (default: ${DEFAULT-VALUE}).")
    private String kind;

    @Override
    public Integer call() {
        List<String> kinds = SchemaWriter.kinds();
        if (!kinds.contains(kind)) {
            throw new BadInputException(List.of("there is no schema of " + Wording.quoted(kind) + "; there is one of "
                    + String.join(", ", kinds) + Wording.didYouMean(kind, kinds)));
        }
        spec.commandLine().getOut().print(new SchemaWriter(Vocabulary.standard()).of(kind));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
