package dev.trapline.scenarios.schema;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.platform.Vocabulary;
import dev.trapline.random.Argument;
import dev.trapline.random.Kind;
import dev.trapline.scenarios.ScenarioShapes;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.CatalogueShapes;
import dev.trapline.scenarios.catalogue.Sources;
import dev.trapline.scenarios.check.PlainTree;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code docs/REFERENCE.md}: every key of scenario and catalogue files, from the shapes by which files are checked. */
public final class ReferencePage {
    private static final String ANEW = "mvn -pl scenarios -am test -Dtest=SchemaFilesTest -Dschema.write=true"
            + " -Dsurefire.failIfNoSpecifiedTests=false";

    /** What mappings without a name of their own are called, by the key under which they are first met. */
    private static final Map<String, String> NAMES = Map.of("images", "stages", "paths", "stages");

    private final CatalogueShapes shapes;
    private final PlainTree plain;
    private final ShapeWords words = new ShapeWords(this::heading);
    private final StringBuilder page = new StringBuilder();
    private final Map<String, Shape> known = new LinkedHashMap<>();
    private final List<String> due = new ArrayList<>();

    private ReferencePage(Vocabulary vocabulary) {
        shapes = new CatalogueShapes(vocabulary);
        plain = new PlainTree(vocabulary.distributions(), held -> {
            throw new IllegalStateException("a reference has no default");
        });
    }

    /** The whole page, as Markdown. */
    public static String of(Vocabulary vocabulary) {
        return new ReferencePage(vocabulary).write();
    }

    private String write() {
        line("# Reference");
        line("Every key of scenario and catalogue files: what it takes, what it is when left out, what it means. This page comes"
                + " from the declarations by which files are checked, and is written anew by `" + ANEW + "`.");
        line("`trapline schema` gives the same to an editor, `trapline show NAME` an entry with all its values.");
        contents();
        values();
        distributions(shapes.vocabulary().distributions());
        List<Shape.Key> scenario = new ArrayList<>(ScenarioShapes.SCENARIO.keys());
        scenario.add(1, ScenarioShapes.INCLUDE);
        section("##", "scenario", ScenarioShapes.SCENARIO.sentence(), scenario);
        parts();
        for (CatalogueKind kind : CatalogueKind.values()) {
            kind(kind);
            parts();
        }
        line("## sources");
        line("`scenarios/catalogue/sources.yaml`, a list.");
        table(((Shape.Fields) ((Shape.ListOf) Sources.SHAPE).element()).keys());
        return page.toString();
    }

    private void contents() {
        List<String> links = new ArrayList<>(List.of("values", "distributions", "scenario"));
        links.addAll(CatalogueKind.folders());
        links.add("sources");
        line(String.join(" · ", links.stream().map(ShapeWords::link).toList()));
    }

    private void values() {
        line("## values");
        line("A number stands with its unit: `30 ms`. What has no unit below stands as a bare number.");
        StringBuilder table = new StringBuilder("| What | Units | Example |\n| --- | --- | --- |\n");
        for (Dimension dimension : Dimension.values()) {
            String units = Quantities.isBare(dimension) ? "" : String.join(", ", codes(Quantities.symbols(dimension)));
            table.append("| ").append(Quantities.noun(dimension)).append(" | ").append(units).append(" | `")
                    .append(Quantities.example(dimension)).append("` |\n");
        }
        page.append(table).append('\n');
    }

    private static List<String> codes(List<String> texts) {
        return texts.stream().map(ShapeWords::code).toList();
    }

    private void distributions(List<Kind> kinds) {
        line("## distributions");
        line("Where a distribution may stand, a plain quantity is a constant; otherwise `{ KIND: { ... } }`. An asterisk marks"
                + " what must be there.");
        StringBuilder table = new StringBuilder("| Kind | Takes | What it is |\n| --- | --- | --- |\n");
        for (Kind kind : kinds) {
            List<String> takes = kind.arguments().stream().map(ReferencePage::argument).toList();
            table.append("| `").append(kind.name()).append("` | ").append(cell(String.join(" ", takes))).append(" | ")
                    .append(cell(kind.sentence())).append(" |\n");
        }
        page.append(table).append('\n');
    }

    private static String argument(Argument argument) {
        return "`" + argument.name() + "`" + (argument.required() ? "\\*" : "") + ": " + argument.sentence();
    }

    private void kind(CatalogueKind kind) {
        Shape shape = shapes.of(kind);
        if (shape instanceof Shape.Fields fields) {
            section("##", kind.folder(), fields.sentence(), fields.keys());
        } else {
            line("## " + kind.folder());
            components((Shape.Selected) shape);
        }
    }

    private void section(String level, String heading, String sentence, List<Shape.Key> keys) {
        line(level + " " + heading);
        line(sentence);
        table(keys);
    }

    /** The sections that others linked to and that are not written yet, with those that they link to. */
    private void parts() {
        while (!due.isEmpty()) {
            String heading = due.remove(0);
            Shape shape = known.get(heading);
            if (shape instanceof Shape.Fields fields) {
                section("###", heading, fields.sentence(), fields.keys());
            } else {
                line("### " + heading);
                components(shape);
            }
        }
    }

    private void components(Shape shape) {
        if (shape instanceof Shape.Selected selected) {
            line("`" + selected.selector() + ":` is one of " + ShapeWords.names(selected.components()) + ".");
            selected.components().forEach(component -> component(selected.selector() + ": " + component.name(), component));
        } else {
            List<? extends Component<?>> components = ((Shape.Keyed) shape).components();
            line("Exactly one of the keys " + ShapeWords.names(components) + " stands in it and says what it is.");
            components.forEach(component -> component(component.name(), component));
        }
    }

    private void component(String heading, Component<?> component) {
        line("**`" + heading + "`** " + cell(component.sentence()));
        if (!component.keys().isEmpty()) {
            table(component.keys());
        }
    }

    private void table(List<Shape.Key> keys) {
        // Rows come first: they may tell of sections that are then due.
        StringBuilder table = new StringBuilder("| Key | Takes | Left out | What it means |\n| --- | --- | --- | --- |\n");
        for (Shape.Key key : keys) {
            table.append("| `").append(key.name()).append("` | ").append(cell(words.of(key.shape(), key.name()))).append(" | ")
                    .append(cell(leftOut(key))).append(" | ").append(cell(key.sentence())).append(" |\n");
        }
        page.append(table).append('\n');
    }

    private String leftOut(Shape.Key key) {
        if (key.required()) {
            return "*required*";
        }
        boolean isNothing = key.fallback() == null || key.fallback().equals("");
        String text = isNothing ? "" : YamlWriter.flow(plain.of(key.shape(), key.fallback()));
        return text.isEmpty() || text.equals("[]") || text.equals("{}") ? "" : "`" + text + "`";
    }

    /** A shape of keys has a section of its own, once; shapes that differ have headings that differ. */
    private String heading(Shape shape, String key) {
        for (Map.Entry<String, Shape> section : known.entrySet()) {
            if (section.getValue().equals(shape)) {
                return section.getKey();
            }
        }
        String name = shape instanceof Shape.Fields fields ? fields.name() : NAMES.getOrDefault(key, key);
        String heading = name;
        for (int other = 2; known.containsKey(heading); other++) {
            heading = name + " " + other;
        }
        known.put(heading, shape);
        due.add(heading);
        return heading;
    }

    private static String cell(String text) {
        return Wording.printable(text).replace("|", "\\|");
    }

    private void line(String text) {
        page.append(text).append("\n\n");
    }
}
