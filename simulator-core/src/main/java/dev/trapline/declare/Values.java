package dev.trapline.declare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A checked mapping: every key is declared, every value has the form its {@link Shape} promises, defaults are filled in.
 * Asking for a key that is absent or of another form is an error of the program, not of the user.
 */
public final class Values {
    private static final Values EMPTY = new Values(new LinkedHashMap<>());
    private final Map<String, Object> entries;

    private Values(Map<String, Object> entries) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public static Values of(Map<String, Object> entries) {
        return new Values(entries);
    }

    public static Values empty() {
        return EMPTY;
    }

    /** The keys, in the order of the file or the declaration. */
    public Set<String> names() {
        return entries.keySet();
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The value as it is held. */
    public Object get(String name) {
        Object value = entries.get(name);
        if (value == null) {
            throw new IllegalStateException("no value for '" + name + "' among " + entries.keySet());
        }
        return value;
    }

    public long whole(String name) {
        return as(name, Long.class);
    }

    public int count(String name) {
        return Math.toIntExact(whole(name));
    }

    public double number(String name) {
        return as(name, Double.class);
    }

    public boolean flag(String name) {
        return as(name, Boolean.class);
    }

    public String text(String name) {
        return as(name, String.class);
    }

    public String text(String name, String absent) {
        return has(name) ? text(name) : absent;
    }

    public Measured measured(String name) {
        return as(name, Measured.class);
    }

    public DrawnQuantity draws(String name) {
        return as(name, DrawnQuantity.class);
    }

    /** The mapping below {@code name}, or an empty one. */
    public Values values(String name) {
        return has(name) ? as(name, Values.class) : EMPTY;
    }

    public Optional<Values> optional(String name) {
        return has(name) ? Optional.of(as(name, Values.class)) : Optional.empty();
    }

    /** The list below {@code name}, or an empty one. */
    public <T> List<T> list(String name, Class<T> type) {
        if (!has(name)) {
            return List.of();
        }
        List<?> items = as(name, List.class);
        List<T> typed = new ArrayList<>(items.size());
        for (Object item : items) {
            typed.add(type.cast(item));
        }
        return Collections.unmodifiableList(typed);
    }

    /** These values with one more or another value for {@code name}. */
    public Values with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(entries);
        changed.put(name, value);
        return new Values(changed);
    }

    /** These values without one for {@code name}. */
    public Values without(String name) {
        Map<String, Object> changed = new LinkedHashMap<>(entries);
        changed.remove(name);
        return new Values(changed);
    }

    private <T> T as(String name, Class<T> type) {
        Object value = get(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("'" + name + "' is held as " + value.getClass().getSimpleName() + ", not as "
                    + type.getSimpleName());
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
