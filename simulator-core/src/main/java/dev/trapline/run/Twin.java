package dev.trapline.run;

import dev.trapline.queueing.Bounds;
import dev.trapline.queueing.Solution;
import dev.trapline.queueing.Station;
import java.util.List;
import java.util.Optional;

/**
 * What queueing formulas say of one platform at one point, from the demands of one request alone.
 *
 * @param platform its full name
 * @param point the index of the point
 * @param guest the guest group
 * @param stations where a request is served, all guests together
 * @param delaySeconds what one request alone spends at no station
 * @param solution the steady state of the product-form network; empty where none fits or where it has none
 * @param bounds empty where there are no demands
 * @param reasons why there is no solution, or no bounds either; empty if there is one
 * @param leftOut what the formulas do not know, in sentences
 */
public record Twin(
        String platform,
        int point,
        String guest,
        List<Station> stations,
        double delaySeconds,
        Optional<Solution> solution,
        Optional<Bounds> bounds,
        List<String> reasons,
        List<String> leftOut) {
    public Twin {
        stations = List.copyOf(stations);
        reasons = List.copyOf(reasons);
        leftOut = List.copyOf(leftOut);
    }

    /** Nothing can be said. */
    static Twin without(String platform, int point, String guest, String reason) {
        return new Twin(platform, point, guest, List.of(), 0, Optional.empty(), Optional.empty(), List.of(reason), List.of());
    }
}
