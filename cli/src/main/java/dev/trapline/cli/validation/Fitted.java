package dev.trapline.cli.validation;

import dev.trapline.scenarios.catalogue.Census;
import dev.trapline.scenarios.published.PublishedTable;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.published.Use;
import dev.trapline.spec.Basis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many numbers of the catalogue come from a published table.
 *
 * @param cells the figures of the table that costs may be fitted to
 * @param identifying those that identify a number of a workload each
 * @param printed numbers that are one of these figures as it is printed: measured, not fitted, but such a row cannot miss
 * @param byEntry how many numbers of each entry were fitted
 */
public record Fitted(String table, int cells, int identifying, int printed, Map<String, Integer> byEntry) {

    static List<Fitted> of(Census census, PublishedTables tables) {
        List<Fitted> all = new ArrayList<>();
        for (PublishedTable table : tables.all()) {
            Map<String, Integer> byEntry = new TreeMap<>();
            census.fitted().getOrDefault(table.id(), List.of()).forEach(item -> byEntry.merge(item.owner(), 1, Integer::sum));
            int printed = (int) census.items().stream().filter(item -> isPrinted(item, table)).count();
            if (printed > 0 || !byEntry.isEmpty()) {
                all.add(new Fitted(
                        table.id(), table.figures(Use.CALIBRATE), table.figures(Use.IDENTIFY), printed, new LinkedHashMap<>(byEntry)));
            }
        }
        return all;
    }

    private static boolean isPrinted(Census.Item item, PublishedTable table) {
        return item.basis() == Basis.MEASURED
                && item.source().equals(table.source())
                && table.cells().stream().anyMatch(cell -> cell.use() == Use.CALIBRATE
                        && cell.number().filter(number -> isNumber(item.value(), number)).isPresent());
    }

    /** Whether a value, {@code 3927 cycles}, is so many of its unit. */
    private static boolean isNumber(String value, BigDecimal number) {
        String digits = value.split(" ", 2)[0];
        return digits.matches("[0-9]+(\\.[0-9]+)?") && new BigDecimal(digits).compareTo(number) == 0;
    }

    public int parameters() {
        return byEntry.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether there are at most half as many as figures, besides one for each that identifies a number. */
    public boolean leavesHalf() {
        return parameters() <= cells / 2 + identifying;
    }
}
