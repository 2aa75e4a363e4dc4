package dev.trapline.scenarios.published;

import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file of published measurements: experiments, their tables, and what each cell may be used for. */
final class PublishedReader {
    private final Problems problems;

    PublishedReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, PublishedTable> tables(LocatedNode root) {
        Map<String, PublishedTable> tables = new LinkedHashMap<>();
        for (LocatedNode item : items(root, "")) {
            if (item instanceof Mapping experiment) {
                String source = experiment.text("source").orElse("");
                for (LocatedNode node : items(experiment.find("tables").orElse(experiment), "tables")) {
                    table(node, source).ifPresent(table -> tables.put(table.id(), table));
                }
            }
        }
        return tables;
    }

    private List<LocatedNode> items(LocatedNode node, String path) {
        if (node instanceof Sequence list) {
            return list.items();
        }
        problems.add(node.place(), path, "expected a list, got " + node.inWords());
        return List.of();
    }

    private Optional<PublishedTable> table(LocatedNode node, String source) {
        int before = problems.count();
        Optional<PublishedTable> table = node instanceof Mapping mapping ? table(mapping, source) : Optional.empty();
        if (table.isEmpty() && problems.count() == before) {
            problems.add(node.place(), "tables", "needs 'id', 'use', 'columns' and 'rows'");
        }
        return problems.count() == before ? table : Optional.empty();
    }

    private Optional<PublishedTable> table(Mapping mapping, String source) {
        Optional<String> id = mapping.text("id");
        Optional<LocatedNode> use = mapping.find("use");
        Optional<LocatedNode> columns = mapping.find("columns");
        Optional<LocatedNode> written = mapping.find("rows");
        if (id.isEmpty() || use.isEmpty() || columns.isEmpty() || written.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = items(columns.get(), "columns").stream().map(PublishedReader::text).toList();
        CellUses uses = CellUses.of(mapping, names, use(use.get()), this);
        List<PublishedTable.Row> rows = rows(id.get(), items(written.get(), "rows"), names, uses);
        return Optional.of(
                new PublishedTable(id.get(), source, mapping.text("title").orElse(id.get()), names, rows));
    }

    Use use(LocatedNode node) {
        if (Use.words().contains(text(node))) {
            return Use.of(text(node));
        }
        problems.add(node.place(), "use", "must be " + Wording.anyOf(Use.words()) + ", got " + node.inWords());
        return Use.INPUT;
    }

    void refuse(LocatedNode node, String text) {
        problems.add(node.place(), "", text);
    }

    private List<PublishedTable.Row> rows(String table, List<LocatedNode> written, List<String> columns, CellUses uses) {
        List<String> names = names(written);
        List<PublishedTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            List<LocatedNode> cells = items(written.get(i), "rows");
            if (cells.size() == columns.size()) {
                rows.add(row(table, names.get(i), cells, columns, uses, i));
            } else {
                problems.add(written.get(i).place(), "rows",
                        "needs a cell for each of " + columns.size() + " columns, got " + cells.size());
            }
        }
        return rows;
    }

    private static PublishedTable.Row row(
            String table, String name, List<LocatedNode> cells, List<String> columns, CellUses uses, int row) {
        List<PublishedCell> figures = new ArrayList<>();
        for (int column = 1; column < cells.size(); column++) {
            String at = columns.get(column);
            figures.add(new PublishedCell(
                    table, name, at, text(cells.get(column)), number(cells.get(column)), uses.of(row, name, at)));
        }
        return new PublishedTable.Row(name, List.copyOf(figures));
    }

    private static List<String> names(List<LocatedNode> rows) {
        Map<String, Integer> times = new HashMap<>();
        rows.forEach(row -> times.merge(start(row, 1), 1, Integer::sum));
        return rows.stream().map(row -> start(row, times.get(start(row, 1)) > 1 ? 2 : 1)).toList();
    }

    private static String start(LocatedNode row, int cells) {
        List<LocatedNode> all = row instanceof Sequence list ? list.items() : List.of();
        return String.join(" / ", all.stream().limit(cells).map(PublishedReader::text).toList());
    }

    private static String text(LocatedNode node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }

    private static Optional<BigDecimal> number(LocatedNode node) {
        return node instanceof Scalar scalar && scalar.isNumber()
                ? Optional.of(new BigDecimal(scalar.text()))
                : Optional.empty();
    }
}
