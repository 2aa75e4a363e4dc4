package dev.trapline.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario, resolved: everything that a result is a function of.
 *
 * @param axes the varied key paths with their values as written, in the order of the grid
 * @param scenarioHash SHA-256 of the resolved scenario
 * @param catalogueHash SHA-256 of the catalogue entries that it uses
 * @param resolvedText the resolved scenario as YAML text
 * @param ignoreLimits whether documented limits are warnings only
 * @param objective of which axis the largest value is looked for, so that not all points are run; empty: all are
 */
public record Experiment(
        String name,
        String question,
        List<PointSpec> points,
        Map<String, List<String>> axes,
        RunSettings settings,
        Map<String, SourceSpec> sources,
        String scenarioHash,
        String catalogueHash,
        String resolvedText,
        boolean ignoreLimits,
        Optional<ObjectiveSpec> objective) {

    /** All points of which are run. */
    public Experiment(
            String name,
            String question,
            List<PointSpec> points,
            Map<String, List<String>> axes,
            RunSettings settings,
            Map<String, SourceSpec> sources,
            String scenarioHash,
            String catalogueHash,
            String resolvedText,
            boolean ignoreLimits) {
        this(
                name, question, points, axes, settings, sources, scenarioHash, catalogueHash, resolvedText, ignoreLimits,
                Optional.empty());
    }

    /** With these of its points, and of the axes the values that they have. */
    public Experiment only(List<PointSpec> kept) {
        Map<String, List<String>> fewer = new LinkedHashMap<>();
        axes.forEach((path, values) -> fewer.put(
                path,
                values.stream()
                        .filter(value -> kept.stream().anyMatch(point -> value.equals(point.at().get(path))))
                        .toList()));
        return new Experiment(
                name, question, List.copyOf(kept), fewer, settings, sources, scenarioHash, catalogueHash, resolvedText,
                ignoreLimits, objective);
    }
}
