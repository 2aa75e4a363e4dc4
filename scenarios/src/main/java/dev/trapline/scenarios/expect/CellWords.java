package dev.trapline.scenarios.expect;

import dev.trapline.scenarios.published.PublishedCell;
import dev.trapline.scenarios.published.PublishedTable;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import java.util.Collection;
import java.util.Optional;

/** What is said of cells of a table: one text of all, or a mapping by row, and below a row by column. */
record CellWords(Optional<LocatedNode> written) {

    /** Of a key whose names are held against the table's. */
    static CellWords of(Mapping expectation, String key, PublishedTable table, Problems problems) {
        CellWords words = new CellWords(expectation.find(key));
        if (words.written().orElse(null) instanceof Mapping rows) {
            rows.entries().forEach((row, entry) -> {
                requireKnown("row", row, table.rowNames(), entry, key, problems);
                if (entry.value() instanceof Mapping columns) {
                    columns.entries().forEach((column, below) ->
                            requireKnown("column", column, table.figureColumns(), below, key, problems));
                }
            });
        }
        return words;
    }

    private static void requireKnown(
            String what, String name, Collection<String> known, LocatedNode.Entry at, String key, Problems problems) {
        if (!known.contains(name)) {
            problems.add(at.place(), "expect." + key, "no " + what + " of the table is " + Wording.quoted(name)
                    + Wording.didYouMean(name, known));
        }
    }

    Optional<String> of(PublishedCell cell) {
        return written.flatMap(node -> node instanceof Mapping rows
                        ? rows.find(cell.row())
                        : Optional.of(node))
                .flatMap(node -> node instanceof Mapping columns ? columns.find(cell.column()) : Optional.of(node))
                .map(node -> ((Scalar) node).text());
    }
}
