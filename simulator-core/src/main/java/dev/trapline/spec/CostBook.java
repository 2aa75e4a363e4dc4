package dev.trapline.spec;

import dev.trapline.declare.Values;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The costs of one catalogue entry, by name. */
public record CostBook(Map<String, Cost> costs) {
    /** Holds nothing. */
    public static final CostBook EMPTY = new CostBook(new LinkedHashMap<>());

    public CostBook {
        costs = Collections.unmodifiableMap(new LinkedHashMap<>(costs));
    }

    public static CostBook of(String owner, Values values) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String name : values.names()) {
            costs.put(name, Cost.of(owner, name, values.values(name)));
        }
        return new CostBook(costs);
    }

    public Optional<Cost> find(String name) {
        return Optional.ofNullable(get(name));
    }

    /** The cost of this name, or null. */
    public Cost get(String name) {
        return costs.get(name);
    }

    public Collection<Cost> all() {
        return costs.values();
    }

    public CostBook map(UnaryOperator<Cost> change) {
        Map<String, Cost> changed = new LinkedHashMap<>();
        costs.forEach((name, cost) -> changed.put(name, change.apply(cost)));
        return new CostBook(changed);
    }
}
