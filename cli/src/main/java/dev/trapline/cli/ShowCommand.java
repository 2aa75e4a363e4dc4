package dev.trapline.cli;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.catalogue.Catalogue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one entry of the catalogue, resolved, with defaults and sources. */
@Command(
        name = "show",
        description = "Show a catalogue entry, resolved, with its sources.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "1", description = "Name of a platform, machine, workload, ...")
    private String name;

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.standard(Vocabulary.standard());
        spec.commandLine().getOut().print(BadInputException.valueOf(catalogue.resolved(name)));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
