package dev.trapline.scenarios.published;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One figure of a published table.
 *
 * @param text as printed; empty where nothing was measured
 * @param number the text, if it is one
 * @param use what it may do, by its column, its row or its table
 */
public record PublishedCell(
        String table, String row, String column, String text, Optional<BigDecimal> number, Use use) {

    /** {@code xen-2003/processes, fork, xen}. */
    public String name() {
        return table + ", " + row + ", " + column;
    }

    /** Whether both are the same cell. */
    public boolean isAt(PublishedCell other) {
        return table.equals(other.table) && row.equals(other.row) && column.equals(other.column);
    }
}
