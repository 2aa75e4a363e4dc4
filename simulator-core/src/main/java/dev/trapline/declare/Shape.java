package dev.trapline.declare;

import java.util.List;
import java.util.Objects;

/**
 * The form that a value in a file may take. A value of each shape is held as: {@link Quantity} {@code Long} or {@code
 * Double} in the unit of its dimension, or {@link Measured} where several dimensions are allowed; {@link Text} and
 * {@link Choice} {@code String}; {@link Flag} {@code Boolean}; {@link Draws} {@link DrawnQuantity}; {@link ListOf}
 * {@code List}; {@link MapOf}, {@link Fields}, {@link Selected} and {@link Keyed} {@link Values}; {@link Reference} what
 * the reader of the catalogue resolved it to.
 */
public sealed interface Shape {

    /** A number with a unit, within bounds that are both included and stand in the unit in which the value is held. */
    record Quantity(List<Dimension> dimensions, double low, double high) implements Shape {
        public Quantity {
            dimensions = List.copyOf(dimensions);
            if (dimensions.isEmpty() || !(low <= high)) {
                throw new IllegalArgumentException("a quantity needs a dimension and bounds in order, got "
                        + dimensions + ", " + low + " to " + high);
            }
        }
    }

    /** Any text on one line. */
    record Text() implements Shape {}

    /** {@code true} or {@code false}. */
    record Flag() implements Shape {}

    /** One of a few words. */
    record Choice(List<String> words) implements Shape {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** The name of a catalogue entry of a kind, or such an entry written in place with {@code extends:}. */
    record Reference(String kind) implements Shape {}

    /** A distribution of a quantity; a plain quantity is the constant. */
    record Draws(Dimension dimension, double low, double high) implements Shape {}

    /** A list; {@code identity} names the key by which a path may address an item, or is empty. */
    record ListOf(Shape element, String identity) implements Shape {}

    /** Free keys, each with a value of the same shape, in the order of the file; a few words are declared keys of their own. */
    record MapOf(Shape element, List<Key> declared) implements Shape {
        public MapOf {
            declared = List.copyOf(declared);
        }

        /** The shape of what stands below a key. */
        public Shape of(String name) {
            return declared.stream().filter(key -> key.name().equals(name)).map(Key::shape).findFirst().orElse(element);
        }
    }

    /** A mapping with declared keys. */
    record Fields(String name, String sentence, List<Key> keys) implements Shape {
        public Fields {
            keys = List.copyOf(keys);
        }
    }

    /** A mapping whose key {@code selector} names a component, which declares the other keys. */
    record Selected(String selector, List<? extends Component<?>> components) implements Shape {
        public Selected {
            components = List.copyOf(components);
        }
    }

    /** A mapping in which exactly one key is the name of a component; that component declares this key and all others. */
    record Keyed(List<? extends Component<?>> components) implements Shape {
        public Keyed {
            components = List.copyOf(components);
        }
    }

    /** The first of several shapes that the value's form fits (a scalar, a list or a mapping). */
    record Either(List<Shape> options) implements Shape {
        public Either {
            options = List.copyOf(options);
        }
    }

    /** One key of a mapping. {@code fallback} is the held value if the key is absent, or null. */
    record Key(String name, Shape shape, boolean required, Object fallback, String sentence) {
        public Key {
            Objects.requireNonNull(name);
            Objects.requireNonNull(shape);
            if (sentence.isBlank()) {
                throw new IllegalArgumentException("key '" + name + "' needs a sentence");
            }
        }
    }

    static Shape time(double lowPicos, double highPicos) {
        return new Quantity(List.of(Dimension.TIME), lowPicos, highPicos);
    }

    static Shape time() {
        return time(0, 9e18);
    }

    static Shape bytes() {
        return new Quantity(List.of(Dimension.BYTES), 0, 9e18);
    }

    static Shape count(long low, long high) {
        return new Quantity(List.of(Dimension.COUNT), low, high);
    }

    static Shape of(Dimension dimension, double low, double high) {
        return new Quantity(List.of(dimension), low, high);
    }

    static Shape ratio() {
        return of(Dimension.RATIO, 0, 1);
    }

    static Shape text() {
        return new Text();
    }

    static Shape flag() {
        return new Flag();
    }

    static Shape choice(String... words) {
        return new Choice(List.of(words));
    }

    static Shape reference(String kind) {
        return new Reference(kind);
    }

    static Shape listOf(Shape element) {
        return new ListOf(element, "");
    }

    static Shape mapOf(Shape element, Key... declared) {
        return new MapOf(element, List.of(declared));
    }

    static Shape either(Shape... options) {
        return new Either(List.of(options));
    }

    static Fields fields(String name, String sentence, Key... keys) {
        return new Fields(name, sentence, List.of(keys));
    }

    static Key required(String name, Shape shape, String sentence) {
        return new Key(name, shape, true, null, sentence);
    }

    /** A key that may be absent; its held value is then {@code fallback}, or absent if that is null. */
    static Key optional(String name, Shape shape, Object fallback, String sentence) {
        return new Key(name, shape, false, fallback, sentence);
    }
}
