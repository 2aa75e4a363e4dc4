package dev.trapline.run;

import dev.trapline.result.ResultComparison.Change;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of the question and its inputs is not the same in two results. */
final class ResultChanges {
    private final List<Change> changes = new ArrayList<>();

    private ResultChanges() {}

    static List<Change> between(Results first, Results second) {
        ResultChanges changes = new ResultChanges();
        changes.add("version", first.version(), second.version());
        changes.add("scenario", first.scenario(), second.scenario());
        changes.settings(first.settings(), second.settings());
        if (!first.scenarioHash().equals(second.scenarioHash())) {
            changes.changes.addAll(ScenarioChanges.between(first.resolvedScenario(), second.resolvedScenario()));
        }
        changes.add("catalogue", first.catalogueHash(), second.catalogueHash());
        changes.assumptions(assumptions(first), assumptions(second));
        return changes.changes;
    }

    private void add(String what, Object first, Object second) {
        if (!first.equals(second)) {
            changes.add(new Change(what, first.toString(), second.toString()));
        }
    }

    private void settings(Results.Settings first, Results.Settings second) {
        add("seed", first.seed(), second.seed());
        add("duration in s", first.durationSeconds(), second.durationSeconds());
        add("warm-up in s", first.warmUpSeconds(), second.warmUpSeconds());
        add("replications", first.replications(), second.replications());
        add("confidence", first.confidence(), second.confidence());
        add("quick", first.quick(), second.quick());
    }

    /** Costs and rates that are not measured, by owner and name. */
    private static Map<String, String> assumptions(Results results) {
        Map<String, String> values = new LinkedHashMap<>();
        results.assumptions().forEach(it -> values.put(
                it.owner() + " " + it.name(),
                it.value() + " " + it.unit() + ", " + it.low() + " to " + it.high() + ", " + it.basis()));
        return values;
    }

    private void assumptions(Map<String, String> first, Map<String, String> second) {
        first.forEach((name, value) -> add(name, value, second.getOrDefault(name, "")));
        second.forEach((name, value) -> {
            if (!first.containsKey(name)) {
                add(name, "", value);
            }
        });
    }
}
