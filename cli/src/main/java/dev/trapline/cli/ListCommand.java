package dev.trapline.cli;

import dev.trapline.cli.print.ItemLines;
import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.ResultFiles;
import dev.trapline.scenarios.text.Wording;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what the catalogue and the component lists hold. */
@Command(
        name = "list",
        description = "List platforms, machines, workloads, schedulers and the like.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KIND", arity = "0..1", description = "What to list (default: all kinds).")
    private String kind;

    @Option(names = "--json", description = "Print it as JSON instead.")
    private boolean json;

    /** What {@code --json} prints. */
    record Kinds(List<Kind> kinds) {}

    /** One kind with what there is of it. */
    record Kind(String kind, List<Listing.Item> items) {}

    @Override
    public Integer call() {
        Listing listing = new Listing(Vocabulary.standard());
        if (kind != null && !listing.kinds().contains(kind)) {
            throw new BadInputException(List.of("there are no " + Wording.quoted(kind) + " to list; what there is: "
                    + String.join(", ", listing.kinds()) + Wording.didYouMean(kind, listing.kinds())));
        }
        PrintWriter out = spec.commandLine().getOut();
        List<String> kinds = kind == null ? listing.kinds() : List.of(kind);
        if (json) {
            out.print(ResultFiles.toJson(
                    new Kinds(kinds.stream().map(it -> new Kind(it, listing.of(it))).toList())));
        } else {
            kinds.forEach(it -> lines(it, listing.of(it)).forEach(out::println));
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** Of one kind, the names alone begin the lines, for scripts; of all kinds, each is headed. */
    private List<String> lines(String heading, List<Listing.Item> items) {
        String indent = kind == null ? "  " : "";
        List<String> lines = new ArrayList<>(kind == null ? List.of(heading) : List.of());
        lines.addAll(ItemLines.of(indent, items.stream().map(Listing.Item::name).toList(), items.stream()
                .map(Listing.Item::words)
                .toList()));
        return lines;
    }
}
