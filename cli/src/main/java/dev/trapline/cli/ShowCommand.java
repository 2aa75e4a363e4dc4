package dev.trapline.cli;

import dev.trapline.cli.print.ComponentLines;
import dev.trapline.cli.print.SheetLines;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows an entry of the catalogue, resolved, with what is known of each number; or a component and what it may be told. */
@Command(
        name = "show",
        description = "Show a catalogue entry, resolved, with its sources; or a scheduler, technique, stage or kind.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Trapline trapline;

    @Parameters(paramLabel = "NAME", arity = "1", description = "Name of a platform, machine, workload, scheduler, ...")
    private String name;

    @Option(names = "--yaml", description = "As YAML that could stand in a file, sources as comments.")
    private boolean yaml;

    @Override
    public Integer call() {
        Vocabulary vocabulary = Vocabulary.standard();
        Catalogue catalogue = Catalogue.standard(vocabulary);
        boolean coloured = trapline.terminal().coloured();
        Optional<List<String>> component =
                catalogue.kindOf(name).isPresent() ? Optional.empty() : ComponentLines.of(name, vocabulary, coloured);
        if (component.isPresent()) {
            component.get().forEach(spec.commandLine().getOut()::println);
        } else if (yaml) {
            spec.commandLine().getOut().print(BadInputException.valueOf(catalogue.resolved(name)));
        } else {
            SheetLines.of(BadInputException.valueOf(catalogue.sheet(name)), coloured)
                    .forEach(spec.commandLine().getOut()::println);
        }
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
