package dev.trapline.scenarios.check;

import dev.trapline.declare.Shape;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.List;

/** Whether a value is a scalar, a list or a mapping, and what a shape asks for. */
final class Forms {
    private Forms() {}

    static boolean fits(Shape shape, LocatedNode node) {
        if (shape instanceof Shape.Either either) {
            return either.options().stream().anyMatch(option -> fits(option, node));
        }
        if (shape instanceof Shape.Reference || shape instanceof Shape.Draws) {
            return !(node instanceof Sequence);
        }
        if (shape instanceof Shape.ListOf) {
            return node instanceof Sequence;
        }
        return isMapping(shape) ? node instanceof Mapping : node instanceof Scalar;
    }

    static boolean isMapping(Shape shape) {
        return shape instanceof Shape.MapOf
                || shape instanceof Shape.Fields
                || shape instanceof Shape.Selected
                || shape instanceof Shape.Keyed;
    }

    /** What is due, for problems. */
    static String inWords(Shape shape) {
        if (shape instanceof Shape.Quantity quantity) {
            return Quantities.expected(quantity.dimensions()).substring("expected ".length());
        } else if (shape instanceof Shape.Draws drawn) {
            return Quantities.expected(List.of(drawn.dimension())).substring("expected ".length()) + " or a distribution";
        } else if (shape instanceof Shape.Choice choice) {
            return Wording.anyOf(choice.words().stream().map(Wording::quoted).toList());
        } else if (shape instanceof Shape.Either either) {
            return Wording.anyOf(either.options().stream().map(Forms::inWords).toList());
        } else if (shape instanceof Shape.ListOf) {
            return "a list";
        } else if (shape instanceof Shape.Flag) {
            return "true or false";
        } else if (shape instanceof Shape.Reference reference) {
            return "a name of " + reference.kind();
        }
        return shape instanceof Shape.Text ? "text" : "a mapping";
    }
}
