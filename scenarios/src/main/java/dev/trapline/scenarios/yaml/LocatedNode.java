package dev.trapline.scenarios.yaml;

import dev.trapline.scenarios.text.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An immutable piece of a YAML file that knows where it stands. Trees may mix pieces of several files. */
public sealed interface LocatedNode {

    Place place();

    /** How the error texts show it: a scalar by its text, others by their form. */
    String inWords();

    /** What a scalar without quotes was read as. */
    enum ScalarKind {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        NONE
    }

    record Scalar(Place place, ScalarKind kind, String text) implements LocatedNode {
        public static Scalar text(Place place, String text) {
            return new Scalar(place, ScalarKind.TEXT, text);
        }

        public boolean isNumber() {
            return kind == ScalarKind.INTEGER || kind == ScalarKind.DECIMAL;
        }

        @Override
        public String inWords() {
            return kind == ScalarKind.NONE ? "nothing" : dev.trapline.scenarios.text.Wording.quoted(text);
        }
    }

    record Sequence(Place place, List<LocatedNode> items) implements LocatedNode {
        public Sequence {
            items = List.copyOf(items);
        }

        public Sequence with(int index, LocatedNode item) {
            List<LocatedNode> changed = new ArrayList<>(items);
            changed.set(index, item);
            return new Sequence(place, changed);
        }

        @Override
        public String inWords() {
            return "a list";
        }
    }

    /** A key's own place, and its value. */
    record Entry(Place place, LocatedNode value) {}

    record Mapping(Place place, Map<String, Entry> entries) implements LocatedNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public static Mapping empty(Place place) {
            return new Mapping(place, Map.of());
        }

        public boolean has(String key) {
            return entries.containsKey(key);
        }

        public Optional<LocatedNode> find(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        /** The text of a scalar below the key, if there is one. */
        public Optional<String> text(String key) {
            return find(key).filter(Scalar.class::isInstance).map(value -> ((Scalar) value).text());
        }

        public Mapping with(String key, Place keyPlace, LocatedNode value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, new Entry(keyPlace, value));
            return new Mapping(place, changed);
        }

        /** This mapping with another value for a key, which keeps its place if it is there. */
        public Mapping with(String key, LocatedNode value) {
            Entry old = entries.get(key);
            return with(key, old == null ? value.place() : old.place(), value);
        }

        public Mapping without(String... keys) {
            Map<String, Entry> fewer = new LinkedHashMap<>(entries);
            for (String key : keys) {
                fewer.remove(key);
            }
            return new Mapping(place, fewer);
        }

        @Override
        public String inWords() {
            return "a mapping";
        }
    }
}
