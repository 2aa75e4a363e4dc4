package dev.trapline.scenarios.vary;

import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Paths whose values change together, row by row; mostly a single path. A grid combines each row of one bundle with each of the
 * others.
 */
record Bundle(Map<String, List<Scalar>> columns) {
    int rows() {
        return columns.values().iterator().next().size();
    }

    Map<String, Scalar> row(int index) {
        Map<String, Scalar> row = new LinkedHashMap<>();
        columns.forEach((path, values) -> row.put(path, values.get(index)));
        return row;
    }

    /** The values of a row as written. */
    List<String> texts(int index) {
        return columns.values().stream().map(values -> values.get(index).text()).toList();
    }

    /** The same, each row once. */
    Bundle distinct() {
        Set<List<String>> seen = new LinkedHashSet<>();
        List<Integer> kept = new ArrayList<>();
        for (int index = 0; index < rows(); index++) {
            if (seen.add(texts(index))) {
                kept.add(index);
            }
        }
        Map<String, List<Scalar>> fewer = new LinkedHashMap<>();
        columns.forEach((path, values) -> fewer.put(path, kept.stream().map(values::get).toList()));
        return new Bundle(fewer);
    }
}
