package dev.trapline.scenarios.check;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays changes over a tree: mappings merge key by key, all else is replaced. What stands for one thing is replaced as a
 * whole: a distribution, a stage, and a component of which the changes select another. Changes over a name of the
 * catalogue become {@code { extends: NAME, ...changes }}.
 */
public final class Merge {
    private final Kinds kinds;

    /** What a merge needs to know of catalogue kinds. */
    public interface Kinds {
        Shape shape(String kind);

        /** The key that names an entry of the kind. */
        String key(String kind);
    }

    public Merge(Kinds kinds) {
        this.kinds = kinds;
    }

    public LocatedNode merge(Shape shape, LocatedNode base, LocatedNode over) {
        if (shape instanceof Shape.Reference reference && over instanceof Mapping changes) {
            return reference(reference, base, changes);
        }
        return base instanceof Mapping below && over instanceof Mapping changes ? mappings(shape, below, changes) : over;
    }

    private LocatedNode reference(Shape.Reference shape, LocatedNode base, Mapping changes) {
        boolean complete = changes.has("extends") || changes.has(kinds.key(shape.kind()));
        if (complete) {
            return changes;
        }
        if (base instanceof Scalar) {
            return changes.with("extends", base);
        }
        return base instanceof Mapping below ? mappings(kinds.shape(shape.kind()), below, changes) : changes;
    }

    private Mapping mappings(Shape shape, Mapping base, Mapping over) {
        if (shape instanceof Shape.Fields fields) {
            return keys(fields.keys(), base, over);
        } else if (shape instanceof Shape.MapOf map) {
            return free(map, base, over);
        } else if (shape instanceof Shape.Selected selected) {
            return selected(selected, base, over);
        } else if (shape instanceof Shape.Either either) {
            Optional<Shape> option = either.options().stream().filter(Forms::isMapping).findFirst();
            return option.map(found -> mappings(found, base, over)).orElse(over);
        }
        return over;
    }

    private Mapping selected(Shape.Selected shape, Mapping base, Mapping over) {
        Optional<String> chosen = over.text(shape.selector()).or(() -> base.text(shape.selector()));
        if (!chosen.equals(base.text(shape.selector()))) {
            return over;
        }
        Optional<? extends Component<?>> component = shape.components().stream()
                .filter(candidate -> chosen.filter(candidate.name()::equals).isPresent())
                .findFirst();
        return keys(component.map(Component::keys).orElse(List.of()), base, over);
    }

    private Mapping keys(List<Shape.Key> keys, Mapping base, Mapping over) {
        Mapping merged = new Mapping(over.place(), base.entries());
        for (Map.Entry<String, Entry> entry : over.entries().entrySet()) {
            Optional<Shape> shape = keys.stream()
                    .filter(key -> key.name().equals(entry.getKey()))
                    .map(Shape.Key::shape)
                    .findFirst();
            merged = laid(shape, merged, entry);
        }
        return merged;
    }

    private Mapping free(Shape.MapOf shape, Mapping base, Mapping over) {
        Mapping merged = new Mapping(over.place(), base.entries());
        for (Map.Entry<String, Entry> entry : over.entries().entrySet()) {
            merged = laid(Optional.of(shape.of(entry.getKey())), merged, entry);
        }
        return merged;
    }

    private Mapping laid(Optional<Shape> shape, Mapping onto, Map.Entry<String, Entry> entry) {
        LocatedNode over = entry.getValue().value();
        Entry below = onto.entries().get(entry.getKey());
        boolean replaced = below == null || shape.isEmpty();
        LocatedNode value = replaced ? over : merge(shape.get(), below.value(), over);
        return onto.with(entry.getKey(), entry.getValue().place(), value);
    }
}
