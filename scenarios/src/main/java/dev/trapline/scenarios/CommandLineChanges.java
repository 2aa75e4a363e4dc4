package dev.trapline.scenarios;

import dev.trapline.scenarios.Overrides.Assignment;
import dev.trapline.scenarios.check.PathEditor;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.vary.VariedPaths;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.scenarios.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays what the command line says over a scenario's tree; places in problems are then the option. */
final class CommandLineChanges {
    private final PathEditor.Opener catalogue;
    private final Problems problems;

    CommandLineChanges(PathEditor.Opener catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    Mapping applied(Overrides overrides, Mapping scenario) {
        Mapping changed = overrides.platforms().isEmpty() ? scenario : only(overrides.platforms(), scenario);
        for (Assignment set : overrides.sets()) {
            changed = set(changed, set);
        }
        for (Assignment vary : overrides.varies()) {
            changed = vary(changed, vary);
        }
        if (overrides.seed().isPresent()) {
            changed = run(changed, "seed", "--seed", Long.toString(overrides.seed().getAsLong()));
        }
        if (overrides.draws().isPresent()) {
            changed = run(changed, "draws", "--draws", Integer.toString(overrides.draws().getAsInt()));
        }
        return changed;
    }

    private static Mapping run(Mapping scenario, String key, String option, String value) {
        Place place = Place.of(option);
        Mapping run = scenario.find("run").orElse(null) instanceof Mapping old ? old : Mapping.empty(place);
        return scenario.with("run", run.with(key, place, new Scalar(place, ScalarKind.INTEGER, value)));
    }

    /** Labels of the scenario keep their changes; other names are taken from the catalogue. */
    private static Mapping only(List<String> wanted, Mapping scenario) {
        List<LocatedNode> kept = new ArrayList<>();
        for (String name : wanted) {
            kept.add(listed(name, scenario).orElse(Scalar.text(Place.of("--platform"), name)));
        }
        return scenario.with("platforms", new Sequence(Place.of("--platform"), kept));
    }

    private static Optional<LocatedNode> listed(String name, Mapping scenario) {
        if (!(scenario.find("platforms").orElse(null) instanceof Sequence platforms)) {
            return Optional.empty();
        }
        return platforms.items().stream()
                .filter(item -> PathEditor.label(item).filter(name::equals).isPresent())
                .findFirst();
    }

    private Mapping set(Mapping scenario, Assignment set) {
        String option = "--set " + set.path();
        Optional<LocatedNode> value = parsed(option, set.text());
        Mapping unvaried = unvaried(scenario, set.path());
        return value.flatMap(known -> PathEditor.set(
                        catalogue, ScenarioShapes.SCENARIO, unvaried, set.path(), Place.of(option), known, problems))
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElse(scenario);
    }

    private static Mapping unvaried(Mapping scenario, String path) {
        return scenario.find("vary").orElse(null) instanceof Mapping vary
                ? scenario.with("vary", VariedPaths.without(vary, path))
                : scenario;
    }

    /** Values as a file has them, or those of a list without its brackets; a path that is varied already is varied anew. */
    private Mapping vary(Mapping scenario, Assignment vary) {
        String option = "--vary " + vary.path();
        Place place = Place.of(option);
        Optional<LocatedNode> values = parsed(option, vary.text().startsWith("{") ? vary.text() : "[" + vary.text() + "]");
        Mapping old = scenario.find("vary").orElse(null) instanceof Mapping mapping ? mapping : Mapping.empty(place);
        return values.map(axis -> scenario.with("vary", VariedPaths.with(old, vary.path(), place, axis))).orElse(scenario);
    }

    private Optional<LocatedNode> parsed(String option, String text) {
        Problems found = new Problems();
        Optional<LocatedNode> tree = YamlReader.read(option, text.getBytes(StandardCharsets.UTF_8), found);
        found.list().forEach(problem -> problems.add(Place.of(option), "", problem.text()));
        return found.isEmpty() ? tree.map(node -> unlined(node, Place.of(option))) : Optional.empty();
    }

    /** What stands on the command line has no line. */
    private static LocatedNode unlined(LocatedNode node, Place place) {
        if (node instanceof Scalar scalar) {
            return new Scalar(place, scalar.kind(), scalar.text());
        } else if (node instanceof Sequence list) {
            return new Sequence(place, list.items().stream().map(item -> unlined(item, place)).toList());
        }
        Mapping unlined = Mapping.empty(place);
        for (Map.Entry<String, Entry> entry : ((Mapping) node).entries().entrySet()) {
            unlined = unlined.with(entry.getKey(), place, unlined(entry.getValue().value(), place));
        }
        return unlined;
    }
}
