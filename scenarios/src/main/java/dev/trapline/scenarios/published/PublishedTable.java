package dev.trapline.scenarios.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One table of a published experiment. A row is called what its first cell says, and by its first two where several rows
 * begin alike; the first column holds names, no figures.
 */
public record PublishedTable(String id, String source, String title, List<String> columns, List<Row> rows) {

    /** A row's figures, in the order of the columns after the first. */
    public record Row(String name, List<PublishedCell> cells) {}

    public PublishedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public List<String> rowNames() {
        return rows.stream().map(Row::name).toList();
    }

    /** The columns that hold figures or observations. */
    public List<String> figureColumns() {
        return columns.subList(1, columns.size());
    }

    public Optional<PublishedCell> cell(String row, String column) {
        return cells().stream()
                .filter(cell -> cell.row().equals(row) && cell.column().equals(column))
                .findFirst();
    }

    public List<PublishedCell> cells() {
        List<PublishedCell> cells = new ArrayList<>();
        rows.forEach(row -> cells.addAll(row.cells()));
        return cells;
    }

    /** How many figures may be used so. */
    public int figures(Use use) {
        return Math.toIntExact(cells().stream()
                .filter(cell -> cell.use() == use && cell.number().isPresent())
                .count());
    }
}
