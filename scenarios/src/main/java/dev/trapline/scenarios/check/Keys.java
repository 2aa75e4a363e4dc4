package dev.trapline.scenarios.check;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys that a mapping of a component has: its own, after the selector that names it. */
final class Keys {
    private Keys() {}

    static List<Shape.Key> of(Component<?> component, Optional<String> selector) {
        List<Shape.Key> keys = new ArrayList<>();
        selector.ifPresent(name -> keys.add(Shape.required(name, Shape.choice(component.name()), component.sentence())));
        keys.addAll(component.keys());
        return keys;
    }
}
