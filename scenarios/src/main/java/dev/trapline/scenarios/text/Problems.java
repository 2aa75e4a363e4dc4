package dev.trapline.scenarios.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, each place and rule once, so that a file is refused with all that is wrong in it. */
public final class Problems {
    /** Nobody reads more; the rest is counted. */
    private static final int MOST = 200;

    private record Identity(Place place, String text) {}

    private final List<Problem> found = new ArrayList<>();
    private final Set<Identity> seen = new HashSet<>();
    private int added;

    public void add(Place place, String path, String text) {
        added++;
        if (seen.add(new Identity(place, text)) && found.size() < MOST) {
            found.add(new Problem(place, path, text));
        }
    }

    public void addAll(List<Problem> more) {
        more.forEach(problem -> add(problem.place(), problem.path(), problem.text()));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How often one was added, were it there already or not: a piece that adds none is in order. */
    public int count() {
        return added;
    }

    /** All of them by place, and a last one that counts those beyond the first {@value #MOST}. */
    public List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Problem::place));
        if (seen.size() > found.size()) {
            Place last = sorted.get(sorted.size() - 1).place();
            sorted.add(new Problem(Place.of(last.file()), "", (seen.size() - found.size()) + " more problems"));
        }
        return List.copyOf(sorted);
    }
}
