package dev.trapline.devicepath;

import java.util.List;

/** The hops that transfers of one guest take along one part of a path. */
public final class Route {
    private final Hop[] hops;

    Route(List<Hop> hops) {
        this.hops = hops.toArray(new Hop[0]);
    }

    int size() {
        return hops.length;
    }

    Hop hop(int index) {
        return hops[index];
    }
}
