package dev.trapline.declare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An immutable list of components of one type, to which others may add their own. */
public record Components<T>(String selector, List<Component<T>> all) {
    public Components {
        all = List.copyOf(all);
        long names = all.stream().map(Component::name).distinct().count();
        if (names != all.size()) {
            throw new IllegalArgumentException("two components have one name: " + all.stream().map(Component::name).toList());
        }
    }

    public Components<T> with(Component<T> component) {
        List<Component<T>> more = new ArrayList<>(all);
        more.add(component);
        return new Components<>(selector, more);
    }

    public Optional<Component<T>> find(String name) {
        for (Component<T> component : all) {
            if (component.name().equals(name)) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    /** Makes the component which the values' selector names. */
    public T create(Values values) {
        String name = values.text(selector);
        return find(name)
                .orElseThrow(() -> new IllegalStateException("no component '" + name + "' for '" + selector + "'"))
                .create(values);
    }

    /** The component whose name is a key of the values. */
    public Component<T> keyed(Values values) {
        for (int i = 0; i < all.size(); i++) {
            if (values.has(all.get(i).name())) {
                return all.get(i);
            }
        }
        throw new IllegalStateException("no component among the keys " + values.names());
    }

    /** Mappings in which the selector names the component. */
    public Shape shape() {
        return new Shape.Selected(selector, all);
    }

    /** Mappings in which the component's name is itself a key. */
    public Shape keyedShape() {
        return new Shape.Keyed(all);
    }
}
