package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.spec.Cost;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of costs, rates and limits beyond their shapes. */
public final class CatalogueRules {
    private static final Set<String> MEMORY =
            Set.of("memory-per-guest", "host-memory", "memory-overhead-per-guest", "memory-reserved-for-host");
    private static final Set<String> BARE = Set.of("no-memory-overcommit", "host-64-bit", "host-hardware-virtualization");

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
        String rule = values.text("rule");
        if (!values.has("at-most") && !BARE.contains(rule)) {
            throw new IllegalArgumentException("rule '" + rule + "' needs 'at-most'");
        }
        if (values.has("at-most") && !BARE.contains(rule)) {
            boolean size = values.measured("at-most").dimension() == Dimension.BYTES;
            if (size != MEMORY.contains(rule)) {
                throw new IllegalArgumentException("'at-most' of rule '" + rule + "' must be "
                        + (size ? "a whole number such as '4'" : "a size such as '64 GiB'"));
            }
        }
    }
}
