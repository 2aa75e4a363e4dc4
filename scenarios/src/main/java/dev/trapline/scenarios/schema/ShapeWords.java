package dev.trapline.scenarios.schema;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.text.Wording;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what a value of a shape looks like, with links to the sections of the reference page. */
final class ShapeWords {
    /** Bounds at or beyond this say nothing to a reader. */
    private static final double UNBOUNDED = 1e18;

    /** Which shapes have a section of their own, and under which heading. */
    interface Sections {
        /** The heading of the section about this shape, which stands under this key. */
        String heading(Shape shape, String key);
    }

    private final Sections sections;

    ShapeWords(Sections sections) {
        this.sections = sections;
    }

    /** In words, as Markdown. */
    String of(Shape shape, String key) {
        if (shape instanceof Shape.Quantity quantity) {
            return quantity(quantity.dimensions(), quantity.low(), quantity.high());
        } else if (shape instanceof Shape.Draws drawn) {
            return quantity(List.of(drawn.dimension()), drawn.low(), drawn.high()) + ", or a [distribution](#distributions)";
        } else if (shape instanceof Shape.Choice choice) {
            return Wording.anyOf(choice.words().stream().map(ShapeWords::code).toList());
        } else if (shape instanceof Shape.Flag) {
            return "`true` or `false`";
        } else if (shape instanceof Shape.Reference reference) {
            return link(reference.kind()) + ", by name or in place";
        } else if (shape instanceof Shape.ListOf list) {
            return "list: " + of(list.element(), key);
        } else if (shape instanceof Shape.MapOf map) {
            return "by name: " + of(map.element(), key);
        } else if (shape instanceof Shape.Either either) {
            return either.options().stream().map(option -> of(option, key)).collect(Collectors.joining("; or "));
        }
        return shape instanceof Shape.Text ? "text" : link(sections.heading(shape, key));
    }

    private static String quantity(List<Dimension> dimensions, double low, double high) {
        String nouns = Wording.anyOf(dimensions.stream().map(Quantities::noun).toList());
        Dimension first = dimensions.get(0);
        String least = low > 0 || low < 0 && low > -UNBOUNDED ? ", at least " + bound(first, low) : "";
        String most = high < UNBOUNDED ? ", at most " + bound(first, high) : "";
        return nouns + (dimensions.size() == 1 ? least + most : "");
    }

    private static String bound(Dimension dimension, double bound) {
        return Quantities.show(dimension, dimension.isWhole() ? (Number) (long) bound : (Number) bound);
    }

    static String code(String text) {
        return "`" + text + "`";
    }

    /** A link to a heading of the page. */
    static String link(String heading) {
        return "[" + heading + "](#" + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-') + ")";
    }

    /** The words by which components are chosen. */
    static String names(List<? extends Component<?>> components) {
        return components.stream().map(component -> code(component.name())).collect(Collectors.joining(", "));
    }
}
