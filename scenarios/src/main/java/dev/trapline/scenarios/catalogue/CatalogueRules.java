package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.spec.Cost;
import dev.trapline.spec.LimitRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of costs, rates and limits beyond their shapes. */
public final class CatalogueRules {
    private CatalogueRules() {}

    public static Rules of(Optional<Set<String>> sources) {
        return new Rules(
                Map.of(
                        "cost", (name, values) -> Cost.of("this entry", name, values),
                        "rate", (name, values) -> SpecFactory.rate("this entry", name, values),
                        "limit", (name, values) -> limit(values)),
                Map.of(),
                Map.of(),
                sources);
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
