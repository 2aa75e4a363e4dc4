package dev.trapline.scenarios.check;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Measured;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.random.Argument;
import dev.trapline.random.Kind;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns checked values back into a tree that can be written: canonical units, defaults and all, but not empty texts. */
public final class PlainTree {
    private static final Place NOWHERE = Place.of("");
    private final List<Kind> distributions;
    private final Function<Object, LocatedNode> references;

    /** {@code references} says how the held value of a reference is written. */
    public PlainTree(List<Kind> distributions, Function<Object, LocatedNode> references) {
        this.distributions = distributions;
        this.references = references;
    }

    public LocatedNode of(Shape shape, Object held) {
        if (shape instanceof Shape.Either either) {
            return of(option(either, held), held);
        } else if (shape instanceof Shape.ListOf list) {
            return new Sequence(NOWHERE, ((List<?>) held).stream().map(item -> of(list.element(), item)).toList());
        } else if (shape instanceof Shape.MapOf map) {
            return mapping((Values) held, name -> Optional.of(map.of(name)));
        } else if (shape instanceof Shape.Fields fields) {
            return keys(fields.keys(), (Values) held);
        } else if (shape instanceof Shape.Selected selected) {
            Component<?> component = named(selected.components(), ((Values) held).text(selected.selector()));
            return keys(Keys.of(component, Optional.of(selected.selector())), (Values) held);
        } else if (shape instanceof Shape.Keyed keyed) {
            return keyed(keyed, (Values) held);
        } else if (shape instanceof Shape.Draws) {
            return drawn((DrawnQuantity) held);
        } else if (shape instanceof Shape.Reference) {
            return references.apply(held);
        } else if (shape instanceof Shape.Quantity quantity) {
            return held instanceof Measured measured
                    ? quantity(measured.dimension(), number(measured.dimension(), measured.value()))
                    : quantity(quantity.dimensions().get(0), (Number) held);
        }
        return held instanceof Boolean flag ? new Scalar(NOWHERE, ScalarKind.FLAG, flag.toString()) : text((String) held);
    }

    private static Shape option(Shape.Either either, Object held) {
        return either.options().stream()
                .filter(option -> holds(option, held))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no option of " + either + " holds " + held));
    }

    private static boolean holds(Shape shape, Object held) {
        if (shape instanceof Shape.Choice choice) {
            return choice.words().contains(held);
        } else if (shape instanceof Shape.Quantity) {
            return held instanceof Number || held instanceof Measured;
        } else if (shape instanceof Shape.ListOf) {
            return held instanceof List;
        } else if (shape instanceof Shape.Flag) {
            return held instanceof Boolean;
        } else if (shape instanceof Shape.Text) {
            return held instanceof String;
        } else if (shape instanceof Shape.Draws) {
            return held instanceof DrawnQuantity;
        } else if (shape instanceof Shape.Reference) {
            return !(held instanceof String);
        }
        return Forms.isMapping(shape) && held instanceof Values;
    }

    private LocatedNode keyed(Shape.Keyed shape, Values held) {
        Component<?> component = shape.components().stream()
                .filter(candidate -> held.has(candidate.name()))
                .findFirst()
                .orElseThrow();
        return keys(component.keys(), held);
    }

    private static Component<?> named(List<? extends Component<?>> components, String name) {
        return components.stream().filter(component -> component.name().equals(name)).findFirst().orElseThrow();
    }

    private LocatedNode keys(List<Shape.Key> keys, Values held) {
        return mapping(held, name -> keys.stream()
                .filter(key -> key.name().equals(name))
                .map(Shape.Key::shape)
                .findFirst());
    }

    private Mapping mapping(Values held, Function<String, Optional<Shape>> shapes) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String name : held.names()) {
            Optional<Shape> shape = held.get(name).equals("") ? Optional.empty() : shapes.apply(name);
            shape.ifPresent(known -> entries.put(name, new Entry(NOWHERE, of(known, held.get(name)))));
        }
        return new Mapping(NOWHERE, entries);
    }

    private LocatedNode drawn(DrawnQuantity held) {
        if (held.kind().equals("constant")) {
            return quantity(held.dimension(), number(held.dimension(), held.parameters().get("value")[0]));
        }
        Kind kind = distributions.stream().filter(known -> known.name().equals(held.kind())).findFirst().orElseThrow();
        Map<String, Entry> arguments = new LinkedHashMap<>();
        for (Argument argument : kind.arguments()) {
            Dimension dimension = argument.inUnitOfQuantity() ? held.dimension() : Dimension.NUMBER;
            List<LocatedNode> numbers = new ArrayList<>();
            for (double value : held.parameters().get(argument.name())) {
                numbers.add(quantity(dimension, number(dimension, value)));
            }
            arguments.put(argument.name(), new Entry(NOWHERE, argument.list() ? new Sequence(NOWHERE, numbers) : numbers.get(0)));
        }
        Entry entry = new Entry(NOWHERE, new Mapping(NOWHERE, arguments));
        return new Mapping(NOWHERE, Map.of(kind.name(), entry));
    }

    private static Number number(Dimension dimension, double value) {
        boolean whole = dimension.isWhole() && value == StrictMath.rint(value) && Math.abs(value) < 9e18;
        return whole ? (Number) (long) value : (Number) value;
    }

    private static Scalar quantity(Dimension dimension, Number value) {
        String shown = Quantities.show(dimension, value);
        ScalarKind bare = dimension == Dimension.COUNT ? ScalarKind.INTEGER : ScalarKind.DECIMAL;
        return new Scalar(NOWHERE, Quantities.isBare(dimension) ? bare : ScalarKind.TEXT, shown);
    }

    private static Scalar text(String text) {
        return Scalar.text(NOWHERE, text);
    }
}
