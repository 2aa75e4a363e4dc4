package dev.trapline.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which varied paths change together, seen from the points alone: two paths are free of each other if each value of the one meets
 * each value of the other, and paths that are not are in one group, with all that are in a group with either.
 */
public final class AxisGroups {
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(\\s+\\S.*)?");

    private final List<Map<String, String>> points;
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();

    private AxisGroups(List<String> paths, List<Map<String, String>> points) {
        this.points = points;
        paths.forEach(path -> groups.put(path, new LinkedHashSet<>(List.of(path))));
        for (int i = 0; i < paths.size(); i++) {
            for (int j = i + 1; j < paths.size(); j++) {
                if (!groups.get(paths.get(i)).contains(paths.get(j)) && !meet(paths.get(i), paths.get(j))) {
                    join(paths.get(i), paths.get(j));
                }
            }
        }
    }

    /** Of the varied paths and the values that each point has of them. */
    public static AxisGroups of(List<String> paths, List<Map<String, String>> points) {
        return new AxisGroups(paths, points);
    }

    public static AxisGroups of(Results results) {
        return of(List.copyOf(results.axes().keySet()), results.points().stream().map(Results.Point::at).toList());
    }

    private boolean meet(String first, String second) {
        return seen(List.of(first, second)).size() == seen(List.of(first)).size() * seen(List.of(second)).size();
    }

    private Set<List<String>> seen(List<String> paths) {
        Set<List<String>> seen = new LinkedHashSet<>();
        points.forEach(point -> seen.add(paths.stream().map(path -> point.getOrDefault(path, "")).toList()));
        return seen;
    }

    private void join(String first, String second) {
        Set<String> joined = new LinkedHashSet<>(groups.get(first));
        joined.addAll(groups.get(second));
        joined.forEach(path -> groups.put(path, joined));
    }

    /** The paths that change together with this one; none if it is not varied. */
    public Set<String> mates(String path) {
        Set<String> mates = new LinkedHashSet<>(groups.getOrDefault(path, new LinkedHashSet<>()));
        mates.remove(path);
        return mates;
    }

    /** Whether one may go along this path: it is free of the others, or those that change with it only go up, or only down. */
    public boolean canGrow(String path) {
        return mates(path).stream().allMatch(mate -> goesAlong(path, mate));
    }

    private boolean goesAlong(String path, String mate) {
        List<List<String>> pairs = new ArrayList<>(seen(List.of(path, mate)));
        if (pairs.size() > seen(List.of(path)).size()) {
            return false;
        }
        List<Double> first = numbers(pairs, 0);
        List<Double> second = numbers(pairs, 1);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(first::get));
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < order.size(); i++) {
            int step = Double.compare(second.get(order.get(i)), second.get(order.get(i - 1)));
            up &= step >= 0;
            down &= step <= 0;
        }
        return up || down;
    }

    /** The numbers of one unit that the texts are; none if they are not. */
    private static List<Double> numbers(List<List<String>> pairs, int which) {
        List<Double> numbers = new ArrayList<>();
        Set<String> units = new LinkedHashSet<>();
        for (List<String> pair : pairs) {
            Matcher number = NUMBER.matcher(pair.get(which));
            if (!number.matches()) {
                return List.of();
            }
            numbers.add(Double.parseDouble(number.group(1)));
            units.add(number.group(2) == null ? "" : number.group(2).strip());
        }
        return units.size() > 1 ? List.of() : numbers;
    }
}
