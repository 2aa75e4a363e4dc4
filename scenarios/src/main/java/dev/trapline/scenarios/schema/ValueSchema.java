package dev.trapline.scenarios.schema;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.random.Argument;
import dev.trapline.random.Kind;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.yaml.LocatedNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The schemas of values without inner structure, and of drawn quantities. */
final class ValueSchema {
    private static final double UNBOUNDED = 9e15;
    private static final String ONE_LINE = "^[^\\r\\n]*\\S[^\\r\\n]*\\s*$";

    private final List<Kind> distributions;
    private final BiFunction<String, Map<String, Object>, Map<String, Object>> define;

    ValueSchema(List<Kind> distributions, BiFunction<String, Map<String, Object>, Map<String, Object>> define) {
        this.distributions = distributions;
        this.define = define;
    }

    Map<String, Object> of(Shape shape) {
        if (shape instanceof Shape.Quantity quantity) {
            return quantity(quantity);
        } else if (shape instanceof Shape.Draws drawn) {
            return drawn(drawn);
        } else if (shape instanceof Shape.Choice choice) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("enum", choice.words());
            return schema;
        } else if (shape instanceof Shape.Flag) {
            return ShapeSchema.typed("boolean");
        }
        Map<String, Object> text = ShapeSchema.typed("string");
        text.put("pattern", ONE_LINE);
        return text;
    }

    private static Map<String, Object> quantity(Shape.Quantity shape) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Dimension dimension : shape.dimensions()) {
            options.add(Quantities.isBare(dimension) ? number(dimension, shape.low(), shape.high()) : withUnit(dimension));
        }
        return options.size() == 1 ? options.get(0) : new LinkedHashMap<>(Map.of("anyOf", options));
    }

    private static Map<String, Object> number(Dimension dimension, double low, double high) {
        Map<String, Object> schema = ShapeSchema.typed(dimension == Dimension.COUNT ? "integer" : "number");
        if (Math.abs(low) < UNBOUNDED) {
            schema.put("minimum", bound(low));
        }
        if (high < UNBOUNDED) {
            schema.put("maximum", bound(high));
        }
        return schema;
    }

    private static Map<String, Object> withUnit(Dimension dimension) {
        Map<String, Object> schema = ShapeSchema.typed("string");
        schema.put("pattern", "^" + Quantities.pattern(dimension) + "$");
        schema.put("examples", List.of(Quantities.example(dimension)));
        return schema;
    }

    private static BigDecimal bound(double bound) {
        BigDecimal number = Quantities.decimal(bound);
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private Map<String, Object> drawn(Shape.Draws shape) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (Kind kind : distributions) {
            kinds.put(kind.name(), arguments(shape.dimension(), kind));
        }
        Map<String, Object> one = ShapeSchema.typed("object");
        one.put("properties", kinds);
        one.put("additionalProperties", false);
        one.put("minProperties", 1);
        one.put("maxProperties", 1);
        String name = "distribution-of-" + shape.dimension().name().toLowerCase(Locale.ROOT);
        Map<String, Object> plain = quantity(new Shape.Quantity(List.of(shape.dimension()), shape.low(), shape.high()));
        return new LinkedHashMap<>(Map.of("anyOf", List.of(plain, define.apply(name, one))));
    }

    private static Map<String, Object> arguments(Dimension dimension, Kind kind) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Argument argument : kind.arguments()) {
            properties.put(argument.name(), argument(dimension, argument));
            if (argument.required()) {
                required.add(argument.name());
            }
        }
        Map<String, Object> schema = ShapeSchema.typed("object");
        schema.put("description", kind.sentence());
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> argument(Dimension dimension, Argument argument) {
        boolean bare = !argument.inUnitOfQuantity() || Quantities.isBare(dimension);
        Map<String, Object> one = bare ? number(Dimension.NUMBER, argument.low(), argument.high()) : withUnit(dimension);
        if (bare && !argument.lowAllowed()) {
            one.remove("minimum");
            one.put("exclusiveMinimum", bound(argument.low()));
        }
        Map<String, Object> schema = argument.list() ? ShapeSchema.typed("array") : one;
        if (argument.list()) {
            schema.put("items", one);
        }
        schema.put("description", argument.sentence());
        return schema;
    }

    /** A scalar as JSON. */
    static Object json(LocatedNode.Scalar scalar) {
        return switch (scalar.kind()) {
            case INTEGER, DECIMAL -> bound(Double.parseDouble(scalar.text()));
            case FLAG -> scalar.text().equals("true");
            default -> scalar.text();
        };
    }
}
