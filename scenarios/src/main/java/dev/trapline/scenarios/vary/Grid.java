package dev.trapline.scenarios.vary;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All combinations of what is varied, the last fastest. */
public final class Grid {
    public static final int MOST_POINTS = 10_000;

    private final List<Bundle> bundles;
    private final Map<String, Place> places;

    private Grid(List<Bundle> bundles, Map<String, Place> places) {
        this.bundles = bundles;
        this.places = places;
    }

    /** Reads the checked {@code vary:} of a scenario; without problems there is at least one point. */
    public static Grid of(Mapping scenario, Problems problems, List<Problem> warnings) {
        if (!(scenario.find("vary").orElse(null) instanceof Mapping vary)) {
            return new Grid(List.of(), Map.of());
        }
        GridReader reader = new GridReader(problems, warnings);
        Grid grid = new Grid(reader.bundles(vary), reader.places());
        long points = grid.points();
        if (points > MOST_POINTS) {
            problems.add(vary.place(), "vary", "must give at most 10,000 points, got " + points
                    + (points == MOST_COUNTED ? " or more" : ""));
        }
        return grid;
    }

    /** The same with one axis more, the fastest, whose values differ; its path must be one that can vary. */
    public Grid with(String path, List<? extends LocatedNode> values, Problems problems) {
        Place place = values.get(0).place();
        if (places.containsKey(path)) {
            problems.add(place, "objective.largest", "is varied as well, got " + Wording.quoted(path));
        }
        GridReader.refuseFixed(path, place, problems);
        List<Bundle> more = new ArrayList<>(bundles);
        more.add(new Bundle(Map.of(path, values.stream().map(Scalar.class::cast).toList())));
        Map<String, Place> everyPlace = new LinkedHashMap<>(places);
        everyPlace.put(path, place);
        Grid grid = new Grid(more, everyPlace);
        if (grid.points() > MOST_POINTS) {
            problems.add(place, "objective", "must give at most 10,000 points together with vary, got " + grid.points());
        }
        return grid;
    }

    private static final long MOST_COUNTED = 1_000_000_000L;

    private long points() {
        long points = 1;
        for (Bundle bundle : bundles) {
            points = Math.min(points * Math.max(1, bundle.rows()), MOST_COUNTED);
        }
        return points;
    }

    /** Where a varied path stands. */
    public Place place(String path) {
        return places.get(path);
    }

    public int size() {
        return Math.toIntExact(points());
    }

    /** The values of a point, by path. */
    public Map<String, LocatedNode> point(int index) {
        List<Map<String, Scalar>> rows = new ArrayList<>();
        int rest = index;
        for (int i = bundles.size() - 1; i >= 0; i--) {
            rows.add(0, bundles.get(i).row(rest % bundles.get(i).rows()));
            rest /= bundles.get(i).rows();
        }
        Map<String, LocatedNode> point = new LinkedHashMap<>();
        rows.forEach(point::putAll);
        return point;
    }

    /** The varied paths, each with the values that it takes. */
    public Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Bundle bundle : bundles) {
            bundle.columns().forEach((path, values) -> {
                Set<String> different = new LinkedHashSet<>();
                values.forEach(value -> different.add(value.text()));
                texts.put(path, List.copyOf(different));
            });
        }
        return texts;
    }

    /** The same grid in lists alone, as a scenario says it. */
    public Mapping lists() {
        Mapping lists = Mapping.empty(Place.of(""));
        List<LocatedNode> zipped = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Mapping columns = Mapping.empty(Place.of(""));
            for (Map.Entry<String, List<Scalar>> column : bundle.columns().entrySet()) {
                columns = columns.with(column.getKey(), new Sequence(Place.of(""), List.copyOf(column.getValue())));
            }
            if (bundle.columns().size() == 1) {
                String path = bundle.columns().keySet().iterator().next();
                lists = lists.with(path, columns.find(path).orElseThrow());
            } else {
                zipped.add(columns);
            }
        }
        return zipped.isEmpty() ? lists : lists.with(VaryShapes.ZIPPED, new Sequence(Place.of(""), zipped));
    }

    public static String text(LocatedNode value) {
        return ((Scalar) value).text();
    }
}
