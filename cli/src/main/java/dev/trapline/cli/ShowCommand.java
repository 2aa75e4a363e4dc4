package dev.trapline.cli;

import dev.trapline.cli.print.SheetLines;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.catalogue.Catalogue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows one entry of the catalogue, resolved, with defaults, and with what is known of each number. */
@Command(
        name = "show",
        description = "Show a catalogue entry, resolved, with its sources.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(paramLabel = "NAME", arity = "1", description = "Name of a platform, machine, workload, ...")
    private String name;

    @Option(names = "--yaml", description = "As YAML that could stand in a file, sources as comments.")
    private boolean yaml;

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.standard(Vocabulary.standard());
        if (yaml) {
            spec.commandLine().getOut().print(BadInputException.valueOf(catalogue.resolved(name)));
        } else {
            SheetLines.of(BadInputException.valueOf(catalogue.sheet(name)), trapline.terminal().coloured())
                    .forEach(spec.commandLine().getOut()::println);
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
