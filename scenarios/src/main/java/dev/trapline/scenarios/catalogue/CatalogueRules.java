package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.scenarios.published.PublishedTable;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.published.Use;
import dev.trapline.spec.Cost;
import dev.trapline.spec.Estimate;
import dev.trapline.spec.LimitRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of costs, rates and limits beyond their shapes. */
public final class CatalogueRules {
    private CatalogueRules() {}

    public static Rules of(Optional<Set<String>> sources, PublishedTables published) {
        return new Rules(
                Map.of(
                        "cost", (name, values) -> {
                            Cost.of("this entry", name, values);
                            fitted(values, published, Use.CALIBRATE);
                        },
                        "rate", (name, values) -> {
                            SpecFactory.rate("this entry", name, values);
                            fitted(values, published, Use.CALIBRATE, Use.IDENTIFY);
                        },
                        "path-delay", (name, values) -> {
                            Estimate.of("this entry", name, Values.empty().with(name, values), 1);
                            fitted(values, published, Use.CALIBRATE);
                        },
                        "limit", (name, values) -> limit(values)),
                Map.of(),
                Map.of(),
                sources);
    }

    /** Costs may be fitted to single operations and steps, and rates of a mix besides to what identifies a workload. */
    private static void fitted(Values values, PublishedTables published, Use... allowed) {
        if (!values.has("fitted-to") || published.all().isEmpty()) {
            return;
        }
        String id = values.text("fitted-to");
        PublishedTable table = published.find(id).orElseThrow(() -> new IllegalArgumentException(published.unknown(id)));
        List<Use> uses = List.of(allowed);
        if (table.cells().stream().noneMatch(cell -> uses.contains(cell.use()))) {
            throw new IllegalArgumentException("fitted to " + id + ", but nothing may be fitted to a table of kind "
                    + table.cells().stream().map(cell -> cell.use().word()).distinct().sorted().toList());
        }
    }

    private static void limit(Values values) {
        LimitRule rule = LimitRule.of(values.text("rule"));
        boolean amount = rule.needs() == LimitRule.Needs.COUNT || rule.needs() == LimitRule.Needs.SIZE;
        given(rule, "at-most", amount, values.has("at-most"));
        given(rule, "only", rule.needs() == LimitRule.Needs.NAMES, !values.list("only", String.class).isEmpty());
        if (amount && (values.measured("at-most").dimension() == Dimension.BYTES) != (rule.needs() == LimitRule.Needs.SIZE)) {
            throw new IllegalArgumentException("'at-most' of rule '" + rule.word() + "' must be "
                    + (rule.needs() == LimitRule.Needs.SIZE ? "a size such as '64 GiB'" : "a whole number such as '4'"));
        }
    }

    private static void given(LimitRule rule, String key, boolean due, boolean given) {
        if (due != given) {
            throw new IllegalArgumentException("rule '" + rule.word() + "' " + (due ? "needs" : "has no") + " '" + key + "'");
        }
    }
}
