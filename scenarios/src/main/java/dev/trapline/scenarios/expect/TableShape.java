package dev.trapline.scenarios.expect;

import dev.trapline.declare.Values;
import java.util.List;
import java.util.stream.Stream;

/** Which keys of an expectation fit each other where it is about a published table. */
final class TableShape {
    private static final List<String> OF_TABLES =
            List.of("row", "rows", "each-row", "column", "columns", "unit", "skip");

    private TableShape() {}

    static void check(Values values) {
        requireOne(values, "row", "rows", "each-row");
        requireOne(values, "column", "columns");
        if (values.has("part")) {
            throw new IllegalArgumentException("a 'part' of a ledger stands in no table");
        }
        if (values.has("order") || values.has("shape")) {
            throw new IllegalArgumentException("a table is compared by figure; orders of its figures are compared without being asked");
        }
        boolean bound =
                values.has("value") || values.has("at-least") || values.has("at-most") || values.has("unsupported");
        if (bound && !(values.has("row") && values.has("column"))) {
            throw new IllegalArgumentException("'value', 'at-least', 'at-most' and 'unsupported' are for one cell, 'row' and 'column'");
        }
        if (values.has("value") && !values.has("within")) {
            throw new IllegalArgumentException("a 'value' needs 'within', such as '10 %' or '6 points'");
        }
        PublishedUnit.of(values.text("unit", ""));
    }

    private static void requireOne(Values values, String... keys) {
        if (Stream.of(keys).filter(values::has).count() != 1) {
            throw new IllegalArgumentException("a 'table' needs exactly one of " + String.join(", ", keys));
        }
    }

    static void refuseWithoutTable(Values values) {
        OF_TABLES.stream().filter(values::has).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("'" + key + "' is for figures of a 'table'");
        });
        if (values.has("relative-to") && !(values.get("relative-to") instanceof Values)) {
            throw new IllegalArgumentException("'relative-to' names a column only of a 'table'; else it is a mapping like 'at'");
        }
        if (values.has("known-miss") && values.get("known-miss") instanceof Values) {
            throw new IllegalArgumentException("'known-miss' by row is for figures of a 'table'");
        }
    }
}
