package dev.trapline.devicepath;

import java.util.Arrays;
import java.util.List;

/** The hops that transfers of one guest take along one part of a path. */
public final class Route {
    /** Nothing happens on the way. */
    public static final Route EMPTY = new Route(List.of());

    private final Hop[] hops;
    private final int joint;

    Route(List<Hop> hops) {
        this(hops, 0);
    }

    /** @param joint where transfers come in that have not taken the hops before */
    Route(List<Hop> hops, int joint) {
        this.hops = hops.toArray(new Hop[0]);
        this.joint = joint;
    }

    /** What is left of it from where transfers come in that have not taken the hops before. */
    Route fromJoint() {
        return new Route(Arrays.asList(hops).subList(joint, hops.length));
    }

    int size() {
        return hops.length;
    }

    /** Its hops, which nobody may change. */
    Hop[] hops() {
        return hops;
    }
}
