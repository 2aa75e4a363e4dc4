package dev.trapline.run;

import dev.trapline.measure.NearbySearch;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * The search for the limit of one platform in one setting with other costs, in one replication: it begins at the limit with every
 * cost at its value, and a number is kept if the means of that replication keep all constraints.
 */
final class DrawnLimit {
    private final PlatformLimit nominal;
    private final UnaryOperator<PointSpec> costs;
    private final int replication;
    private final NearbySearch search;

    /** @param costs puts the costs of the draw into a point */
    DrawnLimit(PlatformLimit nominal, UnaryOperator<PointSpec> costs, int replication) {
        this.nominal = nominal;
        this.costs = costs;
        this.replication = replication;
        search = new NearbySearch(nominal.least(), nominal.most(), nominal.value());
    }

    /** A run that it waits for. */
    record Due(DrawnLimit search, Laboratory.Task task, RunSettings settings) {}

    /** Empty when the limit is known. */
    Optional<Due> due() {
        OptionalLong at = search.next();
        if (at.isEmpty()) {
            return Optional.empty();
        }
        PointSpec point = costs.apply(nominal.point(at.getAsLong()));
        return Optional.of(new Due(
                this,
                new Laboratory.Task(point, nominal.platformAt(point), replication),
                nominal.runNear(at.getAsLong())));
    }

    void add(Laboratory.Task task, Observation seen) {
        Cell cell = new Cell(task.point(), task.platform(), List.of(seen));
        search.found(nominal.isKept(cell));
    }

    long value() {
        return search.value();
    }
}
