package dev.trapline.cli;

import dev.trapline.cli.print.TextTable;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.text.Wording;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

    @Override
    public Integer call() {
        Listing listing = new Listing(Vocabulary.standard());
        if (kind == null) {
            listing.kinds().forEach(each -> print(each, listing.of(each)));
        } else if (listing.kinds().contains(kind)) {
            print(kind, listing.of(kind));
        } else {
            throw new BadInputException(List.of("there are no " + Wording.quoted(kind) + " to list; what there is: "
                    + String.join(", ", listing.kinds()) + Wording.didYouMean(kind, listing.kinds())));
        }
        return ExitCode.DONE;
    }

    /** Of one kind, the names alone begin the lines, for scripts; of all kinds, each is headed. */
    private void print(String heading, List<Listing.Item> items) {
        PrintWriter out = spec.commandLine().getOut();
        String indent = kind == null ? "  " : "";
        if (kind == null) {
            out.println(heading);
        }
        int columns = items.stream().mapToInt(item -> item.words().size()).max().orElse(0);
        TextTable table = TextTable.of("w".repeat(columns + 1));
        for (Listing.Item item : items) {
            List<String> cells = new ArrayList<>(List.of(indent + item.name()));
            cells.addAll(item.words());
            cells.addAll(Collections.nCopies(columns - item.words().size(), ""));
            table.add(cells);
        }
        table.lines().forEach(out::println);
        out.flush();
    }
}
