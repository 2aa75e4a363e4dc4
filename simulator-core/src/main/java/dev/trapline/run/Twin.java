package dev.trapline.run;

import dev.trapline.queueing.Bounds;
import dev.trapline.queueing.Solution;
import dev.trapline.queueing.Station;
import dev.trapline.result.Results;
import dev.trapline.spec.PlatformSpec;
import java.util.List;
import java.util.Optional;

/**
 * What queueing formulas say of one platform at one point, from the demands of one request alone.
 *
 * @param platform its label
 * @param variant of the platform, or empty
 * @param point the index of the point
 * @param guest the guest group
 * @param stations where a request is served, all guests together
 * @param delaySeconds what one request alone spends at no station
 * @param solution the steady state of the product-form network; empty where none fits or where it has none
 * @param bounds empty where there are no demands
 * @param method by which network it was solved; empty where it was not
 * @param reasons why there is no solution, or no bounds either; empty if there is one
 * @param leftOut what the formulas do not know, in sentences
 */
public record Twin(
        String platform,
        String variant,
        int point,
        String guest,
        List<Station> stations,
        double delaySeconds,
        Optional<Solution> solution,
        Optional<Bounds> bounds,
        String method,
        List<String> reasons,
        List<String> leftOut) {
    public Twin {
        stations = List.copyOf(stations);
        reasons = List.copyOf(reasons);
        leftOut = List.copyOf(leftOut);
    }

    /** Nothing can be said. */
    static Twin without(PlatformSpec platform, int point, String guest, String reason) {
        return new Twin(
                platform.label(), platform.variant(), point, guest, List.of(), 0, Optional.empty(), Optional.empty(), "",
                List.of(reason), List.of());
    }

    /** With its variant. */
    public String fullName() {
        return variant.isEmpty() ? platform : platform + " (" + variant + ")";
    }

    /** For the results: times in milliseconds. */
    public Results.Bound row() {
        Optional<Solution> solved = bounds.isPresent() ? solution : Optional.empty();
        return new Results.Bound(
                platform,
                variant,
                point,
                guest,
                bounds.isPresent(),
                bounds.map(Bounds::throughputAtMost).orElse(0.0),
                bounds.map(it -> 1000 * it.responseAtLeastSeconds()).orElse(0.0),
                bounds.map(Bounds::limit).orElse(""),
                solved.isPresent(),
                solved.map(Solution::throughput).orElse(0.0),
                solved.map(it -> 1000 * it.responseSeconds()).orElse(0.0),
                method,
                reasons);
    }
}
