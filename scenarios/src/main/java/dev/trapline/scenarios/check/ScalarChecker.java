package dev.trapline.scenarios.check;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.text.UnreadableQuantity;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import java.math.BigDecimal;
import java.util.List;

/** Checks values without inner structure: quantities, words, texts and flags. */
final class ScalarChecker {
    private static final double UNBOUNDED = 9e15;
    private final Problems problems;

    ScalarChecker(Problems problems) {
        this.problems = problems;
    }

    /** The held value, or null after a problem was added. */
    Object check(Shape shape, LocatedNode node, String path) {
        if (!(node instanceof Scalar scalar) || scalar.kind() == ScalarKind.NONE) {
            return refuse(node, path, "expected " + Forms.inWords(shape) + ", got " + node.inWords());
        }
        if (shape instanceof Shape.Quantity quantity) {
            return quantity(quantity, scalar, path);
        } else if (shape instanceof Shape.Choice choice) {
            return choice(choice, scalar, path);
        } else if (shape instanceof Shape.Flag) {
            return flag(scalar, path);
        }
        return text(scalar, path);
    }

    private Object quantity(Shape.Quantity shape, Scalar scalar, String path) {
        Amount amount = amount(scalar, shape.dimensions(), path);
        if (amount == null || !within(amount, shape.low(), shape.high(), scalar, path)) {
            return null;
        }
        return shape.dimensions().size() == 1 ? amount.held() : amount.measured();
    }

    /** A number with or without a unit, or null after a problem was added. */
    Amount amount(LocatedNode node, List<Dimension> dimensions, String path) {
        if (!(node instanceof Scalar scalar) || scalar.kind() == ScalarKind.NONE) {
            refuse(node, path, Quantities.expected(dimensions) + ", got " + node.inWords());
            return null;
        }
        try {
            return scalar.isNumber()
                    ? Quantities.parseBare(scalar.text(), dimensions)
                    : Quantities.parse(scalar.text(), dimensions);
        } catch (UnreadableQuantity refused) {
            refuse(scalar, path, refused.getMessage() + ", got " + scalar.inWords());
            return null;
        }
    }

    boolean within(Amount amount, double low, double high, Scalar scalar, String path) {
        BigDecimal exact = amount.exact();
        boolean fits = exact.compareTo(new BigDecimal(low)) >= 0 && exact.compareTo(new BigDecimal(high)) <= 0;
        if (!fits) {
            refuse(scalar, path, "must be " + bounds(amount.dimension(), low, high) + ", got " + scalar.inWords());
        }
        return fits;
    }

    private static String bounds(Dimension dimension, double low, double high) {
        String least = shown(dimension, low);
        return high >= UNBOUNDED ? "at least " + least : "between " + least + " and " + shown(dimension, high);
    }

    private static String shown(Dimension dimension, double bound) {
        return Quantities.show(dimension, dimension.isWhole() ? (Number) (long) bound : (Number) bound);
    }

    private Object choice(Shape.Choice shape, Scalar scalar, String path) {
        if (shape.words().contains(scalar.text())) {
            return scalar.text();
        }
        return refuse(scalar, path, "must be " + Wording.anyOf(shape.words()) + ", got " + scalar.inWords()
                + Wording.didYouMean(scalar.text(), shape.words()));
    }

    private Object flag(Scalar scalar, String path) {
        return scalar.kind() == ScalarKind.FLAG
                ? (Object) scalar.text().equals("true")
                : refuse(scalar, path, "expected true or false, got " + scalar.inWords());
    }

    private Object text(Scalar scalar, String path) {
        String text = scalar.text().stripTrailing();
        if (scalar.kind() != ScalarKind.TEXT) {
            return refuse(scalar, path, "expected text, got " + scalar.inWords() + "; put it in quotes");
        }
        if (text.isEmpty() || text.lines().count() > 1) {
            return refuse(scalar, path, "expected text on one line, got " + scalar.inWords());
        }
        return text;
    }

    private Object refuse(LocatedNode node, String path, String text) {
        problems.add(node.place(), path, text);
        return null;
    }
}
