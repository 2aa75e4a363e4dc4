package dev.trapline.scenarios;

import static dev.trapline.declare.Shape.choice;
import static dev.trapline.declare.Shape.count;
import static dev.trapline.declare.Shape.of;
import static dev.trapline.declare.Shape.optional;
import static dev.trapline.declare.Shape.required;
import static dev.trapline.declare.Shape.text;
import static dev.trapline.declare.Shape.time;

import dev.trapline.declare.Component;
import dev.trapline.declare.Components;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Shape;
import dev.trapline.platform.Vocabulary;
import dev.trapline.random.Distributions;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.yaml.PackedShelf;
import dev.trapline.spec.Charge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A vocabulary and a catalogue that are small enough to be seen through, for tests. */
public final class SmallCatalogue {
    private static final Path FOLDER = Path.of("src/test/resources/small");

    private SmallCatalogue() {}

    public static Vocabulary vocabulary() {
        return new Vocabulary(
                new Components<>("type", List.of(
                        component("round-robin", optional("slice", time(1, 1e12), 20_000_000_000L, "How long each runs.")),
                        component("credit", required("tick", time(1, 1e12), "How often credit is debited.")))),
                new Components<>("cpu", List.of(component("native"), component("paravirtual"), component("hardware-assisted"))),
                new Components<>("memory", List.of(component("native"), component("shadow"))),
                new Components<>("stage", List.of(
                        component(
                                "stage",
                                required("stage", text(), "Its name."),
                                required("at", Charge.PLACE, "Where it runs."),
                                required("cost", text(), "Its cost.")),
                        component("notify", required("notify", choice("event-channel", "interrupt"), "How the next is told.")),
                        component("device", required("device", choice("nic", "disk"), "The device.")))),
                new Components<>("kind", List.of(
                        component(
                                "closed",
                                required("clients", count(1, 1_000_000), "Clients of each guest."),
                                required("demand", new Shape.Draws(Dimension.CYCLES, 0, 1e18), "CPU demand of a request."),
                                optional(
                                        "think",
                                        new Shape.Draws(Dimension.TIME, 0, 1e18),
                                        DrawnQuantity.constant(Dimension.TIME, 0),
                                        "Time between requests.")),
                        component("idle"))),
                new Components<>("type", List.of(
                        component("disk", required("seek", time(0, 1e12), "Mean seek time.")),
                        component("nic", required("rate", of(Dimension.BANDWIDTH, 1e6, 1e12), "Line rate.")))),
                new Components<>("policy", List.of(component("fixed"))),
                Distributions.all());
    }

    /** A component that is declared, and makes nothing. */
    private static <T> Component<T> component(String name, Shape.Key... keys) {
        return new Component<>(name, "A " + name + ".", "", List.of(keys), values -> null);
    }

    public static Catalogue catalogue() {
        return Catalogue.of(FOLDER.resolve("catalogue"), vocabulary());
    }

    public static ScenarioReader reader() {
        return ScenarioReader.of(packed(), catalogue());
    }

    static PackedShelf packed() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(FOLDER.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return PackedShelf.of(files);
    }
}
