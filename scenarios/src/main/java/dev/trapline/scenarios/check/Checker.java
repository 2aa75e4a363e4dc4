package dev.trapline.scenarios.check;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.random.Kind;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks a shape over a tree: checked values with defaults filled in, or every problem there is. */
public final class Checker {
    private final Problems problems;
    private final References references;
    private final Rules rules;
    private final ScalarChecker scalars;
    private final DrawsChecker draws;
    private final List<Kind> distributions;

    public Checker(List<Kind> distributions, References references, Rules rules, Problems problems) {
        this.distributions = distributions;
        this.references = references;
        this.rules = rules;
        this.problems = problems;
        this.scalars = new ScalarChecker(problems);
        this.draws = new DrawsChecker(distributions, scalars, problems);
    }

    /** The value as its shape says it is held; empty if a problem was added. */
    public Optional<Object> check(Shape shape, LocatedNode node, String path) {
        int before = problems.count();
        Object held = value(shape, node, path);
        return problems.count() == before ? Optional.ofNullable(held) : Optional.empty();
    }

    private Object value(Shape shape, LocatedNode node, String path) {
        if (shape instanceof Shape.ListOf list) {
            return list(list, node, path);
        } else if (shape instanceof Shape.MapOf map) {
            return map(map, node, path);
        } else if (shape instanceof Shape.Fields fields) {
            return fields(fields, node, path);
        } else if (shape instanceof Shape.Selected selected) {
            return selected(selected, node, path);
        } else if (shape instanceof Shape.Keyed keyed) {
            return keyed(keyed, node, path);
        } else if (shape instanceof Shape.Either either) {
            return either(either, node, path);
        } else if (shape instanceof Shape.Reference reference) {
            return reference(reference, node, path);
        } else if (shape instanceof Shape.Draws drawn) {
            return draws.check(drawn, node, path);
        }
        return scalars.check(shape, node, path);
    }

    private Object list(Shape.ListOf shape, LocatedNode node, String path) {
        if (!(node instanceof Sequence sequence)) {
            problems.add(node.place(), path, "expected a list, got " + node.inWords());
            return null;
        }
        List<Object> held = new ArrayList<>();
        Set<String> identities = new LinkedHashSet<>();
        for (LocatedNode item : sequence.items()) {
            Optional<String> identity = Identity.of(shape, item);
            if (identity.isPresent() && !identities.add(identity.get())) {
                problems.add(item.place(), path, "names must differ, got " + Wording.quoted(identity.get()) + " twice");
            }
            Object value = value(shape.element(), item, identity.map(name -> KeyPath.below(path, name))
                    .orElse(path + "[" + (held.size() + 1) + "]"));
            held.add(value);
        }
        return held;
    }

    private Object map(Shape.MapOf shape, LocatedNode node, String path) {
        if (!isMapping(node, path)) {
            return null;
        }
        Map<String, Object> held = new LinkedHashMap<>();
        ((Mapping) node).entries().forEach((key, entry) ->
                held.put(key, value(shape.of(key), entry.value(), KeyPath.below(path, key))));
        return withoutNulls(held);
    }

    private Object fields(Shape.Fields shape, LocatedNode node, String path) {
        return isMapping(node, path) ? keys(shape.name(), shape.keys(), (Mapping) node, path) : null;
    }

    /** The declared keys of a mapping, in the order of the declaration. */
    private Values keys(String name, List<Shape.Key> keys, Mapping mapping, String path) {
        int before = problems.count();
        refuseUnknown(name, keys, mapping, path);
        Map<String, Object> held = new LinkedHashMap<>();
        for (Shape.Key key : keys) {
            Entry entry = mapping.entries().get(key.name());
            if (entry != null) {
                held.put(key.name(), keyValue(name, key, entry, KeyPath.below(path, key.name())));
            } else if (key.required()) {
                problems.add(mapping.place(), path, "missing key " + Wording.quoted(key.name()) + ": " + key.sentence());
            } else {
                held.put(key.name(), key.fallback());
            }
        }
        Values values = withoutNulls(held);
        if (problems.count() == before && rules.trials().containsKey(name)) {
            attempt(mapping, path, () -> rules.trials().get(name).accept(KeyPath.last(path), values));
        }
        return values;
    }

    private Object keyValue(String name, Shape.Key key, Entry entry, String path) {
        String word = rules.notBuiltWords().get(name + "." + key.name());
        if (word != null && entry.value() instanceof LocatedNode.Scalar scalar && scalar.text().equals(word)) {
            problems.add(entry.value().place(), path, Wording.quoted(word) + " is known but not built yet");
            return null;
        }
        Object held = value(key.shape(), entry.value(), path);
        if (key.name().equals("source") && held instanceof String source && rules.sources().isPresent()) {
            Set<String> known = rules.sources().get();
            if (!known.contains(source) && !saysItself(source)) {
                problems.add(entry.value().place(), path, "unknown source, not in sources.yaml: "
                        + Wording.quoted(source) + Wording.didYouMean(source, known));
            }
        }
        return held;
    }

    /** Someone's own file may say in words where a number comes from, instead of naming an entry of the list. */
    private static boolean saysItself(String source) {
        return source.indexOf(' ') > 0;
    }

    private void refuseUnknown(String name, List<Shape.Key> keys, Mapping mapping, String path) {
        List<String> known = keys.stream().map(Shape.Key::name).toList();
        mapping.entries().forEach((key, entry) -> {
            String later = rules.notBuilt().get(name + "." + key);
            if (later != null) {
                problems.add(entry.place(), KeyPath.below(path, key), "is known but not built yet: " + later);
            } else if (!known.contains(key)) {
                problems.add(entry.place(), path, "unknown key " + Wording.quoted(key) + remedy(key, known));
            }
        });
    }

    private static String remedy(String key, List<String> known) {
        String near = Wording.didYouMean(key, known);
        return near.isEmpty() ? "; known are " + String.join(", ", known) : near;
    }

    private Object selected(Shape.Selected shape, LocatedNode node, String path) {
        if (!isMapping(node, path)) {
            return null;
        }
        Mapping mapping = (Mapping) node;
        List<String> names = shape.components().stream().map(Component::name).toList();
        Entry selector = mapping.entries().get(shape.selector());
        if (selector == null) {
            problems.add(mapping.place(), path, "missing key " + Wording.quoted(shape.selector()) + ": "
                    + Wording.anyOf(names));
            return null;
        }
        Object name = scalars.check(new Shape.Choice(names), selector.value(), KeyPath.below(path, shape.selector()));
        if (name == null) {
            return null;
        }
        return component(shape.components().get(names.indexOf(name)), Optional.of(shape.selector()), mapping, path);
    }

    private Object keyed(Shape.Keyed shape, LocatedNode node, String path) {
        if (!isMapping(node, path)) {
            return null;
        }
        Mapping mapping = (Mapping) node;
        List<String> names = shape.components().stream().map(Component::name).toList();
        List<String> present = names.stream().filter(mapping::has).toList();
        if (present.size() != 1) {
            String got = present.isEmpty() ? String.join(", ", mapping.entries().keySet()) : Wording.anyOf(present);
            problems.add(mapping.place(), path, "needs exactly one of the keys " + Wording.anyOf(names) + ", got "
                    + (got.isEmpty() ? "none" : Wording.printable(got)));
            return null;
        }
        return component(shape.components().get(names.indexOf(present.get(0))), Optional.empty(), mapping, path);
    }

    private Object component(Component<?> component, Optional<String> selector, Mapping mapping, String path) {
        int before = problems.count();
        Values values = keys(component.name(), Keys.of(component, selector), mapping, path);
        if (problems.count() == before) {
            attempt(mapping, path, () -> component.create(values));
        }
        return values;
    }

    /** The first option that fits; where several have the value's form, the first that has no problem with it. */
    private Object either(Shape.Either shape, LocatedNode node, String path) {
        List<Shape> fitting = shape.options().stream().filter(option -> Forms.fits(option, node)).toList();
        if (fitting.size() == 1) {
            return value(fitting.get(0), node, path);
        }
        for (Shape option : fitting) {
            Problems tried = new Problems();
            Optional<Object> held = new Checker(distributions, references, rules, tried).check(option, node, path);
            if (held.isPresent()) {
                return held.get();
            }
        }
        String due = Wording.anyOf(shape.options().stream().map(Forms::inWords).toList());
        problems.add(node.place(), path, "expected " + due + ", got " + node.inWords());
        return null;
    }

    private Object reference(Shape.Reference shape, LocatedNode node, String path) {
        boolean name = node instanceof LocatedNode.Scalar scalar && scalar.kind() == LocatedNode.ScalarKind.TEXT;
        if (!name && !(node instanceof Mapping)) {
            problems.add(node.place(), path, "expected a name of " + shape.kind() + ", or a mapping with 'extends', got "
                    + node.inWords());
            return null;
        }
        return references.resolve(shape.kind(), node, path, problems);
    }

    private boolean isMapping(LocatedNode node, String path) {
        if (!(node instanceof Mapping)) {
            problems.add(node.place(), path, "expected a mapping, got " + node.inWords());
        }
        return node instanceof Mapping;
    }

    /** Runs what may refuse values that fit one by one but not together. */
    private void attempt(Mapping mapping, String path, Runnable trial) {
        try {
            trial.run();
        } catch (IllegalArgumentException refused) {
            problems.add(mapping.place(), path, String.valueOf(refused.getMessage()));
        }
    }

    private static Values withoutNulls(Map<String, Object> held) {
        held.values().removeIf(value -> value == null);
        return Values.of(held);
    }
}
