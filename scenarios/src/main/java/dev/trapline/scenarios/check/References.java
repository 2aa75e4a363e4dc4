package dev.trapline.scenarios.check;

import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;

/** Resolves names of catalogue entries, and entries written in place. */
@FunctionalInterface
public interface References {

    /** What the value is held as, or null after a problem was added. */
    Object resolve(String kind, LocatedNode node, String path, Problems problems);

    /** Takes every name and every mapping as it stands, for checks of form alone. */
    References UNRESOLVED = (kind, node, path, problems) ->
            node instanceof LocatedNode.Scalar scalar ? scalar.text() : "(written in place)";
}
