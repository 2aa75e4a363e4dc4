package dev.trapline.scenarios.check;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Shape;
import dev.trapline.random.Argument;
import dev.trapline.random.Kind;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks quantities that are drawn: a plain one is the constant, a mapping names a distribution. */
final class DrawsChecker {
    private final List<Kind> kinds;
    private final ScalarChecker scalars;
    private final Problems problems;

    DrawsChecker(List<Kind> kinds, ScalarChecker scalars, Problems problems) {
        this.kinds = kinds;
        this.scalars = scalars;
        this.problems = problems;
    }

    DrawnQuantity check(Shape.Draws shape, LocatedNode node, String path) {
        return node instanceof Mapping mapping ? distribution(shape, mapping, path) : constant(shape, node, path);
    }

    private DrawnQuantity constant(Shape.Draws shape, LocatedNode node, String path) {
        Amount amount = scalars.amount(node, List.of(shape.dimension()), path);
        if (amount == null || !scalars.within(amount, shape.low(), shape.high(), (Scalar) node, path)) {
            return null;
        }
        return DrawnQuantity.constant(shape.dimension(), amount.exact().doubleValue());
    }

    private DrawnQuantity distribution(Shape.Draws shape, Mapping mapping, String path) {
        List<String> names = kinds.stream().map(Kind::name).toList();
        List<String> keys = List.copyOf(mapping.entries().keySet());
        if (keys.size() != 1 || !names.contains(keys.get(0))) {
            String near = keys.isEmpty() ? "" : Wording.didYouMean(keys.get(0), names);
            problems.add(mapping.place(), path, "needs one key that names a distribution (" + Wording.anyOf(names)
                    + "), got " + (keys.isEmpty() ? "none" : Wording.printable(String.join(", ", keys))) + near);
            return null;
        }
        Kind kind = kinds.get(names.indexOf(keys.get(0)));
        LocatedNode arguments = mapping.entries().get(kind.name()).value();
        String below = KeyPath.below(path, kind.name());
        if (!(arguments instanceof Mapping given)) {
            problems.add(arguments.place(), below, "expected a mapping with " + argumentNames(kind) + ", got "
                    + arguments.inWords());
            return null;
        }
        return arguments(shape, kind, given, below);
    }

    private DrawnQuantity arguments(Shape.Draws shape, Kind kind, Mapping given, String path) {
        int before = problems.count();
        refuseUnknown(kind, given, path);
        Map<String, double[]> parameters = new LinkedHashMap<>();
        for (Argument argument : kind.arguments()) {
            Optional<LocatedNode> value = given.find(argument.name());
            if (value.isPresent()) {
                parameters.put(argument.name(), numbers(shape, argument, value.get(), KeyPath.below(path, argument.name())));
            } else if (argument.defaultValue() == null) {
                problems.add(given.place(), path, "missing key " + Wording.quoted(argument.name()) + ": " + argument.sentence());
            } else {
                parameters.put(argument.name(), new double[] {argument.defaultValue()});
            }
        }
        return problems.count() > before ? null : tried(shape, kind, parameters, given, path);
    }

    private DrawnQuantity tried(
            Shape.Draws shape, Kind kind, Map<String, double[]> parameters, Mapping given, String path) {
        try {
            kind.create(parameters);
            return new DrawnQuantity(shape.dimension(), kind.name(), parameters);
        } catch (IllegalArgumentException refused) {
            problems.add(given.place(), path, refused.getMessage());
            return null;
        }
    }

    private void refuseUnknown(Kind kind, Mapping given, String path) {
        List<String> known = kind.arguments().stream().map(Argument::name).toList();
        given.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.add(entry.place(), path, "unknown key " + Wording.quoted(key) + "; " + kind.name() + " takes "
                        + argumentNames(kind) + Wording.didYouMean(key, known));
            }
        });
    }

    private double[] numbers(Shape.Draws shape, Argument argument, LocatedNode node, String path) {
        if (!argument.list()) {
            return new double[] {number(shape, argument, node, path)};
        }
        if (!(node instanceof Sequence sequence)) {
            problems.add(node.place(), path, "expected a list, got " + node.inWords());
            return new double[0];
        }
        return sequence.items().stream()
                .mapToDouble(item -> number(shape, argument, item, path))
                .toArray();
    }

    private double number(Shape.Draws shape, Argument argument, LocatedNode node, String path) {
        Dimension dimension = argument.inUnitOfQuantity() ? shape.dimension() : Dimension.NUMBER;
        Amount amount = scalars.amount(node, List.of(dimension), path);
        if (amount == null) {
            return 0;
        }
        double value = amount.exact().doubleValue();
        if (!argument.accepts(value)) {
            problems.add(node.place(), path, argument.rule() + ", got " + node.inWords());
        }
        return value;
    }

    private static String argumentNames(Kind kind) {
        return Wording.anyOf(kind.arguments().stream().map(Argument::name).toList());
    }
}
