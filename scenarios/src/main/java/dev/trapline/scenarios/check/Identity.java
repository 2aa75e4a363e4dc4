package dev.trapline.scenarios.check;

import dev.trapline.declare.Shape;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import java.util.Optional;

/** The name by which a path may address an item of a list. */
final class Identity {
    private Identity() {}

    static Optional<String> of(Shape.ListOf list, LocatedNode item) {
        if (list.identity().isEmpty()) {
            return Optional.empty();
        }
        if (list.element() instanceof Shape.Reference) {
            return label(item);
        }
        return item instanceof Mapping mapping ? mapping.text(list.identity()) : Optional.empty();
    }

    /** What results call a reference: its {@code as}, or the name of the entry. */
    static Optional<String> label(LocatedNode reference) {
        if (reference instanceof Mapping mapping) {
            return mapping.text("as").or(() -> mapping.text("extends")).or(() -> firstText(mapping));
        }
        return reference instanceof Scalar scalar && scalar.kind() == ScalarKind.TEXT
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private static Optional<String> firstText(Mapping mapping) {
        return mapping.entries().keySet().stream().findFirst().flatMap(mapping::text);
    }
}
