package dev.trapline.scenarios.schema;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.CatalogueShapes;
import dev.trapline.scenarios.check.PlainTree;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns shapes into the pieces of a JSON Schema. Changes to an entry ({@code extends:}, {@code variants:}) have the form
 * of the entry with no key required.
 */
final class ShapeSchema {
    private final CatalogueShapes shapes;
    private final ValueSchema values;
    private final PlainTree plain;
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    ShapeSchema(CatalogueShapes shapes) {
        this.shapes = shapes;
        this.values = new ValueSchema(shapes.vocabulary().distributions(), this::define);
        this.plain = new PlainTree(shapes.vocabulary().distributions(), held -> {
            throw new IllegalStateException("a reference has no default");
        });
    }

    Map<String, Object> definitions() {
        return definitions;
    }

    /** A file of the catalogue: a whole entry, or changes to the one that it extends. */
    Map<String, Object> file(CatalogueKind kind) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("if", Map.of("required", List.of("extends")));
        schema.put("then", entry(kind, false));
        schema.put("else", entry(kind, true));
        schema.put("required", List.of(kind.key()));
        schema.put("not", Map.of("required", List.of("as")));
        return schema;
    }

    /** A reference to the definition of an entry, or of changes to one. */
    private Map<String, Object> entry(CatalogueKind kind, boolean whole) {
        String name = kind.key() + (whole ? "" : "-changes");
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, labelled(kind, whole));
        }
        return reference(name);
    }

    private Map<String, Object> labelled(CatalogueKind kind, boolean whole) {
        List<Shape.Key> more = new ArrayList<>();
        more.add(Shape.optional("as", Shape.text(), null, "What results call it."));
        if (!whole) {
            more.add(Shape.optional("extends", Shape.text(), null, "The entry that it changes."));
        }
        if (!whole && kind == CatalogueKind.PLATFORMS) {
            more.add(Shape.optional("variant", Shape.text(), null, "Which variant of that entry it changes."));
        }
        Shape shape = shapes.of(kind);
        if (shape instanceof Shape.Selected selected) {
            return selected(selected, more, whole);
        }
        List<Shape.Key> keys = new ArrayList<>(((Shape.Fields) shape).keys());
        keys.addAll(more);
        Map<String, Object> schema = fields(keys, whole);
        if (kind == CatalogueKind.PLATFORMS) {
            Map<String, Object> variants = map(entry(kind, false));
            variants.put("minProperties", 1);
            variants.put("description", "Behaviours of a product whose speed was never published: changes by label.");
            properties(schema).put("variants", variants);
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> schema) {
        return (Map<String, Object>) schema.get("properties");
    }

    Map<String, Object> of(Shape shape) {
        return of(shape, true);
    }

    private Map<String, Object> of(Shape shape, boolean whole) {
        if (shape instanceof Shape.ListOf list) {
            Map<String, Object> schema = typed("array");
            schema.put("items", of(list.element(), true));
            return schema;
        } else if (shape instanceof Shape.MapOf map) {
            return map(map, whole);
        } else if (shape instanceof Shape.Fields fields) {
            return define(fields.name() + (whole ? "" : "-changes"), fields(fields.keys(), whole));
        } else if (shape instanceof Shape.Selected selected) {
            return selected(selected, List.of(), whole);
        } else if (shape instanceof Shape.Keyed keyed) {
            return define("keyed-by-" + keyed.components().get(0).name(), anyOf(keyed.components().stream()
                    .map(component -> fields(component.keys(), true))
                    .toList()));
        } else if (shape instanceof Shape.Either either) {
            return anyOf(either.options().stream().map(option -> of(option, whole)).toList());
        } else if (shape instanceof Shape.Reference referred) {
            return referred(CatalogueKind.of(referred.kind()), whole);
        }
        return values.of(shape);
    }

    private Map<String, Object> map(Shape.MapOf map, boolean whole) {
        Map<String, Object> schema = map(of(map.element(), whole));
        if (!map.declared().isEmpty()) {
            schema.put("properties", properties(fields(map.declared(), whole)));
        }
        return schema;
    }

    private static Map<String, Object> map(Map<String, Object> element) {
        Map<String, Object> schema = typed("object");
        schema.put("additionalProperties", element);
        return schema;
    }

    private Map<String, Object> referred(CatalogueKind kind, boolean whole) {
        Map<String, Object> name = typed("string");
        name.put("minLength", 1);
        if (!whole) {
            return anyOf(List.of(name, entry(kind, false)));
        }
        Map<String, Object> changed = new LinkedHashMap<>(entry(kind, false));
        changed.put("required", List.of("extends"));
        return anyOf(List.of(name, changed, entry(kind, true)));
    }

    Map<String, Object> fields(List<Shape.Key> keys, boolean whole) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Shape.Key key : keys) {
            properties.put(key.name(), property(key, whole));
            if (key.required() && whole) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = typed("object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> property(Shape.Key key, boolean whole) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.sentence());
        property.putAll(of(key.shape(), whole));
        if (key.fallback() != null && !key.fallback().equals("")
                && plain.of(key.shape(), key.fallback()) instanceof LocatedNode.Scalar scalar) {
            property.put("default", ValueSchema.json(scalar));
        }
        return property;
    }

    private Map<String, Object> selected(Shape.Selected shape, List<Shape.Key> more, boolean whole) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Component<?> component : shape.components()) {
            List<Shape.Key> keys = new ArrayList<>();
            keys.add(Shape.required(shape.selector(), Shape.choice(component.name()), Wording.printable(component.sentence())));
            keys.addAll(component.keys());
            keys.addAll(more);
            options.add(fields(keys, whole));
        }
        return anyOf(options);
    }

    private static Map<String, Object> anyOf(List<Map<String, Object>> options) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", options);
        return schema;
    }

    static Map<String, Object> typed(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    /** Puts a piece under a name of its own and refers to it; two different pieces of one name are told apart by number. */
    private Map<String, Object> define(String name, Map<String, Object> schema) {
        String free = name;
        for (int number = 2; definitions.containsKey(free) && !definitions.get(free).equals(schema); number++) {
            free = name + "-" + number;
        }
        definitions.put(free, schema);
        return reference(free);
    }

    private static Map<String, Object> reference(String name) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$ref", "#/$defs/" + name);
        return schema;
    }
}
