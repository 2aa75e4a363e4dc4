package dev.trapline.run;

import dev.trapline.result.Results;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.ObjectiveSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The searches of an objective, of each platform in each setting, side by side: in each round every one of them that is not over
 * runs what is due. What a search asks for depends on what it found itself, so that threads change nothing.
 */
final class LimitSearches {
    private record Key(String setting, String platform) {}

    private final Experiment experiment;
    private final ObjectiveSpec objective;
    private final Map<Key, PlatformLimit> searches = new LinkedHashMap<>();

    /** @param planned the platforms at each point of the whole grid at which they are supported */
    LimitSearches(Experiment experiment, List<Laboratory.Task> planned, List<Results.Unsupported> unsupported) {
        this.experiment = experiment;
        objective = experiment.objective().orElseThrow();
        Map<Integer, String> settings = new LinkedHashMap<>();
        experiment.points().forEach(point -> settings.put(point.index(), setting(point)));
        for (PointSpec point : experiment.points()) {
            for (PlatformSpec platform : point.platforms()) {
                String setting = settings.get(point.index());
                searches.computeIfAbsent(new Key(setting, platform.fullName()), key -> new PlatformLimit(
                        objective,
                        experiment.settings(),
                        setting,
                        planned.stream()
                                .filter(task -> task.platform().fullName().equals(platform.fullName())
                                        && settings.get(task.point().index()).equals(setting))
                                .toList(),
                        unsupported.stream()
                                .filter(row -> row.platform().equals(platform.label())
                                        && settings.get(row.point()).equals(setting))
                                .toList(),
                        platform));
            }
        }
    }

    private String setting(PointSpec point) {
        return point.at().entrySet().stream()
                .filter(axis -> !axis.getKey().equals(objective.path()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }

    /** Those that are not over, in a fixed order. */
    List<PlatformLimit> open() {
        return searches.values().stream().filter(search -> !search.isOver()).toList();
    }

    /** All that was run, in the order of the grid. */
    Cells cells() {
        List<Cell> cells = new ArrayList<>();
        for (PointSpec point : experiment.points()) {
            for (PlatformSpec platform : point.platforms()) {
                Cell cell = searches.get(new Key(setting(point), platform.fullName())).cells().get(point.index());
                if (cell != null) {
                    cells.add(cell);
                }
            }
        }
        return new Cells(cells);
    }

    /** Those that ran anything. */
    List<PlatformLimit> found() {
        return searches.values().stream().filter(search -> !search.isRefused()).toList();
    }

    /** How a platform was run at a point; empty if it was not. */
    Optional<RunSettings> run(PointSpec point, PlatformSpec platform) {
        return searches.get(new Key(setting(point), platform.fullName())).run(point);
    }

    /** All limits, with what they are over draws of costs, of which there may be none. */
    List<Results.Limit> limits(DrawnLimits drawn) {
        return searches.values().stream().map(search -> search.limit(drawn(drawn, search))).toList();
    }

    /** What limits are over draws of costs. */
    List<Results.DrawRange> ranges(DrawnLimits drawn) {
        return searches.values().stream().flatMap(search -> drawn(drawn, search).stream()).toList();
    }

    private static Optional<Results.DrawRange> drawn(DrawnLimits drawn, PlatformLimit search) {
        return drawn.range(search, search.limit(Optional.empty()));
    }
}
