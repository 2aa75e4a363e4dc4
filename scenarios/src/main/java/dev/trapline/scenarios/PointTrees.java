package dev.trapline.scenarios;

import dev.trapline.scenarios.check.PathEditor;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.vary.Grid;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scenario's tree at each point of the grid. Machine, hosts, platforms and guests are changed apart, and equal changes give
 * the same piece, so that what a point shares with others is checked and kept once.
 */
final class PointTrees {
    private static final List<String> SECTIONS = List.of("machine", "hosts", "network", "platforms", "guests", "tiles");

    private final PathEditor.Opener catalogue;
    private final Mapping scenario;
    private final Problems problems;
    private final Map<String, Map<Map<String, String>, Optional<LocatedNode>>> made = new HashMap<>();

    PointTrees(PathEditor.Opener catalogue, Mapping scenario, Problems problems) {
        this.catalogue = catalogue;
        this.scenario = scenario;
        this.problems = problems;
    }

    /** The tree with these values by path; empty after a problem was added. */
    Optional<Mapping> at(Map<String, LocatedNode> values) {
        Mapping tree = scenario;
        for (String section : SECTIONS) {
            if (!scenario.has(section) && !values.containsKey(section)) {
                continue;
            }
            Optional<LocatedNode> changed = section(section, values);
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            tree = tree.with(section, changed.get());
        }
        return Optional.of(tree);
    }

    private Optional<LocatedNode> section(String section, Map<String, LocatedNode> values) {
        Map<String, LocatedNode> inside = new LinkedHashMap<>(values);
        inside.keySet().removeIf(path -> !path.equals(section) && !path.startsWith(section + "."));
        Map<String, String> key = new HashMap<>();
        inside.forEach((path, value) -> key.put(path, Grid.text(value)));
        return made.computeIfAbsent(section, name -> new HashMap<>()).computeIfAbsent(key, wanted ->
                PathEditor.setAll(catalogue, ScenarioShapes.SCENARIO, scenario, inside, problems)
                        .flatMap(tree -> ((Mapping) tree).find(section)));
    }
}
