package dev.trapline.run;

import dev.trapline.measure.Percentile;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What limits are over the draws of the uncertain costs. A draw is searched in one of the replications, and counted is by how much
 * its limit differs from that of the same replication with every cost at its value, so that the range is that of the costs and
 * not of noise.
 */
final class DrawnLimits {
    /** Searches of one platform in one setting: with every cost at its value, by replication; of each draw. */
    private record Searches(List<DrawnLimit> nominal, List<DrawnLimit> drawn) {}

    private final Map<PlatformLimit, Searches> searches = new LinkedHashMap<>();

    /** @param limits that were found, and not refused */
    DrawnLimits(List<PlatformLimit> limits, CostDraws costs, int draws, int replications) {
        for (PlatformLimit limit : limits) {
            List<DrawnLimit> nominal = new ArrayList<>();
            for (int number = 0; number < Math.min(draws, replications); number++) {
                nominal.add(new DrawnLimit(limit, point -> point, number));
            }
            List<DrawnLimit> drawn = new ArrayList<>();
            for (int draw = 0; draw < draws; draw++) {
                int which = draw;
                drawn.add(new DrawnLimit(
                        limit, point -> costs.apply(point, which), DrawRanges.replication(draw, replications)));
            }
            searches.put(limit, new Searches(nominal, drawn));
        }
    }

    /** The runs that searches wait for. */
    List<DrawnLimit.Due> due() {
        List<DrawnLimit.Due> due = new ArrayList<>();
        for (Searches each : searches.values()) {
            each.nominal().forEach(search -> search.due().ifPresent(due::add));
            each.drawn().forEach(search -> search.due().ifPresent(due::add));
        }
        return due;
    }

    /** The range of a limit: least, middle and greatest; empty where there is none. */
    Optional<Results.DrawRange> range(PlatformLimit limit, Results.Limit found) {
        Searches of = searches.get(limit);
        if (of == null || of.drawn().isEmpty()) {
            return Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        for (int draw = 0; draw < of.drawn().size(); draw++) {
            long shift = of.drawn().get(draw).value() - of.nominal().get(draw % of.nominal().size()).value();
            values.add((double) Math.max(limit.least() - 1, Math.min(limit.most(), found.value() + shift)));
        }
        values.sort(null);
        return Optional.of(new Results.DrawRange(
                found.platform(),
                found.variant(),
                found.visits().get(0).point(),
                "",
                "limit",
                "",
                found.value(),
                values.get(0),
                Percentile.of(values, 0.5),
                values.get(values.size() - 1),
                values.size()));
    }
}
