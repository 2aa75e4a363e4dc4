package dev.trapline.cli.validation;

import dev.trapline.scenarios.catalogue.Census;
import dev.trapline.scenarios.published.PublishedTable;
import dev.trapline.scenarios.published.PublishedTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many numbers of the catalogue were fitted to a published table.
 *
 * @param cells the figures of the table that costs may be fitted to
 * @param byEntry how many numbers of each entry were
 */
public record Fitted(String table, int cells, Map<String, Integer> byEntry) {

    static List<Fitted> of(Census census, PublishedTables tables) {
        List<Fitted> all = new ArrayList<>();
        census.fitted().forEach((table, items) -> {
            Map<String, Integer> byEntry = new TreeMap<>();
            items.forEach(item -> byEntry.merge(item.owner(), 1, Integer::sum));
            long cells = tables.find(table).map(PublishedTable::calibrated).orElse(0L);
            all.add(new Fitted(table, Math.toIntExact(cells), new LinkedHashMap<>(byEntry)));
        });
        return all;
    }

    public int parameters() {
        return byEntry.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether there are at most half as many as figures. */
    public boolean leavesHalf() {
        return 2 * parameters() <= cells;
    }
}
