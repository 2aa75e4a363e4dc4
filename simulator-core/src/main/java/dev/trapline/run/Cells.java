package dev.trapline.run;

import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cells of an experiment, by point and platform. */
final class Cells {
    private record Key(int point, String label, String variant) {}

    private final Map<Key, Cell> cells = new LinkedHashMap<>();

    Cells(List<Cell> all) {
        all.forEach(cell -> cells.put(key(cell.point(), cell.platform()), cell));
    }

    private static Key key(PointSpec point, PlatformSpec platform) {
        return new Key(point.index(), platform.label(), platform.variant());
    }

    Iterable<Cell> all() {
        return cells.values();
    }

    Optional<Cell> at(PointSpec point, PlatformSpec platform) {
        return Optional.ofNullable(cells.get(key(point, platform)));
    }

    /** Whether any platform was run at a point. */
    boolean has(PointSpec point) {
        return cells.keySet().stream().anyMatch(key -> key.point() == point.index());
    }

    /** The native platform at a point, to which others are compared. */
    Optional<Cell> reference(PointSpec point) {
        return cells.values().stream()
                .filter(cell -> cell.point().index() == point.index() && cell.platform().isNative())
                .findFirst();
    }

    /** The variants of a platform at a point. */
    List<Cell> variants(PointSpec point, String label) {
        return cells.values().stream()
                .filter(cell -> cell.point().index() == point.index() && cell.platform().label().equals(label))
                .toList();
    }

    /** The labels of the platforms that have verdicts of their own, in the order of the scenario. */
    List<String> judged() {
        LinkedHashSet<String> labels = new LinkedHashSet<>();
        cells.values().stream()
                .filter(cell -> cell.platform().aliasOf().isEmpty())
                .forEach(cell -> labels.add(cell.platform().label()));
        return new ArrayList<>(labels);
    }
}
