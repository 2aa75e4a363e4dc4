package dev.trapline.scenarios.check;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the value that a key path names, in a copy of a tree. The path follows the shapes, so that keys may be set that
 * the file leaves to their defaults, and through references into the entries that they name.
 */
public final class PathEditor {

    /** Opens a reference: the whole entry that it stands for, under the label of the reference. */
    public interface Opener {
        Optional<Mapping> open(String kind, LocatedNode reference, Problems problems);

        Shape shape(String kind);
    }

    private final Opener opener;
    private final Problems problems;
    private final String path;
    private final LocatedNode value;

    private PathEditor(Opener opener, Problems problems, String path, LocatedNode value) {
        this.opener = opener;
        this.problems = problems;
        this.path = path;
        this.value = value;
    }

    /** The changed tree; empty after a problem was added at the place of {@code named}. */
    public static Optional<LocatedNode> set(
            Opener opener, Shape shape, LocatedNode tree, String path, Place named, LocatedNode value, Problems problems) {
        int before = problems.count();
        if (path.endsWith(".")) {
            problems.add(named, "", "unknown path " + Wording.quoted(path) + ": there is no '' at its end");
            return Optional.empty();
        }
        LocatedNode changed = new PathEditor(opener, problems, path, value).set(shape, tree, path, named);
        return problems.count() == before ? Optional.of(changed) : Optional.empty();
    }

    /** What results call a reference: its {@code as}, or the name of the entry. */
    public static Optional<String> label(LocatedNode reference) {
        return Identity.label(reference);
    }

    private LocatedNode set(Shape shape, LocatedNode node, String rest, Place named) {
        if (rest.isEmpty()) {
            return value;
        } else if (shape instanceof Shape.Reference reference) {
            Optional<Mapping> opened = opener.open(reference.kind(), node, problems);
            return opened.map(entry -> set(opener.shape(reference.kind()), entry, rest, named)).orElse(node);
        } else if (shape instanceof Shape.Fields fields) {
            return declared(fields.keys(), mapping(node), rest, named);
        } else if (shape instanceof Shape.Selected selected) {
            return declared(selectedKeys(selected, mapping(node)), mapping(node), rest, named);
        } else if (shape instanceof Shape.Keyed keyed) {
            return declared(keyedKeys(keyed, mapping(node)), mapping(node), rest, named);
        } else if (shape instanceof Shape.MapOf map) {
            return free(map, mapping(node), rest, named);
        } else if (shape instanceof Shape.ListOf list && node instanceof Sequence sequence) {
            return item(list, sequence, rest, named);
        } else if (shape instanceof Shape.Either either) {
            Optional<Shape> option = either.options().stream().filter(fits -> Forms.fits(fits, node)).findFirst();
            return option.map(found -> set(found, node, rest, named)).orElseGet(() -> unknown(rest, List.of(), named));
        } else if (shape instanceof Shape.Draws && node instanceof Mapping mapping) {
            return free(new Shape.MapOf(shape, List.of()), mapping, rest, named);
        }
        return unknown(rest, List.of(), named);
    }

    private Mapping mapping(LocatedNode node) {
        return node instanceof Mapping mapping ? mapping : Mapping.empty(value.place());
    }

    private LocatedNode declared(List<Shape.Key> keys, Mapping mapping, String rest, Place named) {
        List<String> names = keys.stream().map(Shape.Key::name).toList();
        Optional<String> head = KeyPath.head(rest, names);
        if (head.isEmpty()) {
            return unknown(rest, names, named);
        }
        Shape shape = keys.get(names.indexOf(head.get())).shape();
        return below(shape, mapping, head.get(), rest, named);
    }

    /** Free keys are set where they are: a new one would most often be a slip. */
    private LocatedNode free(Shape.MapOf shape, Mapping mapping, String rest, Place named) {
        Optional<String> head = KeyPath.head(rest, mapping.entries().keySet());
        return head.isPresent()
                ? below(shape.of(head.get()), mapping, head.get(), rest, named)
                : unknown(rest, List.copyOf(mapping.entries().keySet()), named);
    }

    private LocatedNode below(Shape shape, Mapping mapping, String head, String rest, Place named) {
        LocatedNode old = mapping.find(head).orElse(null);
        return mapping.with(head, set(shape, old, KeyPath.rest(rest, head), named));
    }

    private LocatedNode item(Shape.ListOf list, Sequence sequence, String rest, Place named) {
        List<String> names = new ArrayList<>();
        for (LocatedNode item : sequence.items()) {
            names.add(Identity.of(list, item).orElse(""));
        }
        Optional<String> head = KeyPath.head(rest, names).filter(name -> !name.isEmpty());
        if (head.isEmpty()) {
            return unknown(rest, names, named);
        }
        int index = names.indexOf(head.get());
        LocatedNode changed = set(list.element(), sequence.items().get(index), KeyPath.rest(rest, head.get()), named);
        return sequence.with(index, changed);
    }

    private static List<Shape.Key> selectedKeys(Shape.Selected shape, Mapping mapping) {
        Optional<String> name = mapping.text(shape.selector());
        List<Shape.Key> keys = new ArrayList<>();
        for (Component<?> component : shape.components()) {
            if (name.isPresent() && component.name().equals(name.get())) {
                keys.addAll(component.keys());
            }
        }
        List<String> all = shape.components().stream().map(Component::name).toList();
        keys.add(Shape.required(shape.selector(), new Shape.Choice(all), "Which one."));
        return keys;
    }

    private static List<Shape.Key> keyedKeys(Shape.Keyed shape, Mapping mapping) {
        return shape.components().stream()
                .filter(component -> mapping.has(component.name()))
                .findFirst()
                .<List<Shape.Key>>map(Component::keys)
                .orElse(List.of());
    }

    private LocatedNode unknown(String rest, List<String> names, Place named) {
        String reached = path.equals(rest) ? "here" : "in " + path.substring(0, path.length() - rest.length() - 1);
        String first = KeyPath.first(rest);
        problems.add(named, "", "unknown path " + Wording.quoted(path) + ": there is no " + Wording.quoted(first) + " "
                + reached + remedy(first, names));
        return value;
    }

    private static String remedy(String first, List<String> names) {
        String near = Wording.didYouMean(first, names);
        return !near.isEmpty() || names.isEmpty() || names.size() > 12 ? near : "; known are " + String.join(", ", names);
    }

    /** All the values of several paths, shorter paths first so that a reference is set before what lies in it. */
    public static Optional<LocatedNode> setAll(
            Opener opener, Shape shape, LocatedNode tree, Map<String, LocatedNode> values, Problems problems) {
        LocatedNode changed = tree;
        List<String> paths = new ArrayList<>(values.keySet());
        paths.sort(java.util.Comparator.comparingInt(String::length));
        for (String path : paths) {
            LocatedNode value = values.get(path);
            Optional<LocatedNode> next = set(opener, shape, changed, path, value.place(), value, problems);
            if (next.isEmpty()) {
                return next;
            }
            changed = next.get();
        }
        return Optional.of(changed);
    }
}
