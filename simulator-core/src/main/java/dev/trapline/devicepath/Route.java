package dev.trapline.devicepath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The hops that transfers of one guest take along one part of a path. */
public final class Route {
    /** Nothing happens on the way. */
    public static final Route EMPTY = new Route(List.of());

    private final Hop[] hops;

    Route(List<Hop> hops) {
        this.hops = hops.toArray(new Hop[0]);
    }

    /** This route with a hop before it. */
    Route after(Hop first) {
        List<Hop> longer = new ArrayList<>();
        longer.add(first);
        longer.addAll(Arrays.asList(hops));
        return new Route(longer);
    }

    int size() {
        return hops.length;
    }

    Hop hop(int index) {
        return hops[index];
    }
}
