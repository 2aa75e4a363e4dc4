package dev.trapline.scenarios.published;

import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the cells of a table may be used for: what is said of the cell itself, else its column, else its row, else the table; but what was measured
 * natively sets the experiment up, unless its own column or row says otherwise.
 */
record CellUses(Use table, List<Use> rows, Map<String, Use> columns, Map<String, Map<String, Use>> cells) {

    static CellUses of(Mapping table, List<String> columns, Use use, PublishedReader reader) {
        List<Use> byRow = new ArrayList<>();
        Map<String, Use> byColumn = new LinkedHashMap<>();
        if (table.find("use-by-row").orElse(null) instanceof Sequence list) {
            list.items().forEach(item -> byRow.add(reader.use(item)));
            int rows = table.find("rows").orElse(null) instanceof Sequence all ? all.items().size() : 0;
            if (byRow.size() != rows) {
                reader.refuse(list, "'use-by-row' needs a word for each of " + rows + " rows, got " + byRow.size());
            }
        }
        if (table.find("use-by-column").orElse(null) instanceof Mapping mapping) {
            mapping.entries().forEach((name, entry) -> byColumn.put(name, reader.use(entry.value())));
            mapping.entries().forEach((name, entry) -> refuseUnknown(name, columns, entry.value(), reader));
        }
        return new CellUses(use, List.copyOf(byRow), byColumn, byCell(table, columns, reader));
    }

    private static Map<String, Map<String, Use>> byCell(Mapping table, List<String> columns, PublishedReader reader) {
        Map<String, Map<String, Use>> byCell = new LinkedHashMap<>();
        if (table.find("use-by-cell").orElse(null) instanceof Mapping rows) {
            rows.entries().forEach((row, entry) -> {
                Map<String, Use> inRow = byCell.computeIfAbsent(row, name -> new LinkedHashMap<>());
                if (entry.value() instanceof Mapping named) {
                    named.entries().forEach((column, below) -> inRow.put(column, reader.use(below.value())));
                    named.entries().forEach((column, below) -> refuseUnknown(column, columns, below.value(), reader));
                }
            });
        }
        return byCell;
    }

    private static void refuseUnknown(String name, List<String> columns, LocatedNode at, PublishedReader reader) {
        if (!columns.contains(name)) {
            reader.refuse(at, "no column is " + Wording.quoted(name) + Wording.didYouMean(name, columns));
        }
    }

    Use of(int row, String rowName, String column) {
        if (cells.getOrDefault(rowName, Map.of()).containsKey(column)) {
            return cells.get(rowName).get(column);
        } else if (columns.containsKey(column)) {
            return columns.get(column);
        } else if (row < rows.size()) {
            return rows.get(row);
        }
        return isNative(rowName) || isNative(column) ? Use.INPUT : table;
    }

    /** {@code native}, {@code native-1-cpu}, {@code native on 4 CPUs}. */
    private static boolean isNative(String name) {
        return name.equals("native") || name.startsWith("native-") || name.startsWith("native ");
    }
}
