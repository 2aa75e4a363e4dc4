package dev.trapline.cli.validation;

import dev.trapline.scenarios.catalogue.Census;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.published.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many numbers of the catalogue were fitted to a published table.
 *
 * @param cells the figures of the table that costs may be fitted to
 * @param identifying those that identify a number of a workload each
 * @param byEntry how many numbers of each entry were
 */
public record Fitted(String table, int cells, int identifying, Map<String, Integer> byEntry) {

    static List<Fitted> of(Census census, PublishedTables tables) {
        List<Fitted> all = new ArrayList<>();
        census.fitted().forEach((table, items) -> {
            Map<String, Integer> byEntry = new TreeMap<>();
            items.forEach(item -> byEntry.merge(item.owner(), 1, Integer::sum));
            all.add(new Fitted(
                    table, figures(tables, table, Use.CALIBRATE), figures(tables, table, Use.IDENTIFY), new LinkedHashMap<>(byEntry)));
        });
        return all;
    }

    private static int figures(PublishedTables tables, String table, Use use) {
        return tables.find(table).map(found -> found.figures(use)).orElse(0);
    }

    public int parameters() {
        return byEntry.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether there are at most half as many as figures, besides one for each that identifies a number. */
    public boolean leavesHalf() {
        return parameters() <= cells / 2 + identifying;
    }
}
