package dev.trapline.spec;

import java.util.List;
import java.util.Map;

/**
 * A scenario, resolved: everything that a result is a function of.
 *
 * @param axes the varied key paths with their values as written, in the order of the grid
 * @param scenarioHash SHA-256 of the resolved scenario
 * @param catalogueHash SHA-256 of the catalogue entries that it uses
 * @param resolvedText the resolved scenario as YAML text
 * @param ignoreLimits whether documented limits are warnings only
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
        boolean ignoreLimits) {}
