package dev.trapline.cli.print;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.check.PlainTree;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A component of the core for people: what it is, where its rules come from, and what it may be told. */
public final class ComponentLines {
    private final PlainTree plain;

    private ComponentLines(Vocabulary vocabulary) {
        this.plain = new PlainTree(vocabulary.distributions(), held -> Scalar.text(Place.of(""), held.toString()));
    }

    /** The lines of the scheduler, technique, stage or kind of that name; empty if there is none. */
    public static Optional<List<String>> of(String name, Vocabulary vocabulary, boolean coloured) {
        return Stream.of(
                        vocabulary.schedulers(), vocabulary.cpuTechniques(), vocabulary.memoryTechniques(),
                        vocabulary.memoryPolicies(), vocabulary.stages(), vocabulary.workloads(), vocabulary.devices())
                .flatMap(components -> components.all().stream())
                .filter(component -> component.name().equals(name))
                .findFirst()
                .map(component -> new ComponentLines(vocabulary).lines(component, new Ink(coloured)));
    }

    private List<String> lines(Component<?> component, Ink ink) {
        List<String> lines = new ArrayList<>();
        lines.add(ink.strong(component.name()));
        lines.addAll(Paragraph.wrapped(component.sentence()));
        if (!component.source().isEmpty()) {
            lines.addAll(Paragraph.wrapped("Source: ", "  ", component.source()));
        }
        for (Shape.Key key : component.keys()) {
            lines.addAll(Paragraph.wrapped("  ", "      ", key.name() + ": " + fallback(key) + key.sentence()));
        }
        return ink.finished(lines);
    }

    private String fallback(Shape.Key key) {
        if (key.required()) {
            return "required. ";
        }
        String text = key.fallback() == null ? "" : YamlWriter.flow(plain.of(key.shape(), key.fallback()));
        return text.isEmpty() || text.equals("\"\"") ? "" : "default " + text + ". ";
    }
}
