package dev.trapline.scenarios.expect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the figures of a row or column of a published table come out: platform, variant and varied values, in which
 * metric and unit, and how far off they may be; the last three are empty where others say it.
 */
record CellPlace(Map<String, String> at, String metric, String unit, String within) {
    static final CellPlace ANYWHERE = new CellPlace(Map.of(), "", "", "");

    /** Reads a mapping of all; {@code *} stands for a name. */
    static CellPlace of(Map<String, String> written, String name) {
        Map<String, String> at = new LinkedHashMap<>();
        written.forEach((key, value) -> at.put(key, value.replace("*", name)));
        return new CellPlace(at, removed(at, "metric"), removed(at, "unit"), removed(at, "within"));
    }

    private static String removed(Map<String, String> at, String key) {
        String value = at.remove(key);
        return value == null ? "" : value;
    }

    /** Both; what the other says wins. */
    CellPlace and(CellPlace other) {
        Map<String, String> both = new LinkedHashMap<>(at);
        both.putAll(other.at);
        return new CellPlace(
                both, last(metric, other.metric), last(unit, other.unit), last(within, other.within));
    }

    private static String last(String first, String second) {
        return second.isEmpty() ? first : second;
    }
}
