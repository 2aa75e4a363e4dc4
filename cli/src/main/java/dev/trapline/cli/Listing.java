package dev.trapline.cli;

import dev.trapline.declare.Component;
import dev.trapline.declare.Components;
import dev.trapline.platform.Vocabulary;
import dev.trapline.random.Kind;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.Census;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What can be listed, by kind: the catalogue's entries, the packed scenarios, and the components of the core. */
final class Listing {
    /** A name, what it stands for, and what else a reader wants to know at a glance. */
    record Item(String name, List<String> words) {
        Item(String name, String meaning) {
            this(name, List.of(meaning));
        }
    }

    private final Map<String, Supplier<List<Item>>> kinds = new LinkedHashMap<>();

    Listing(Vocabulary vocabulary) {
        ScenarioReader reader = ScenarioReader.standard(vocabulary);
        Catalogue catalogue = reader.catalogue();
        kinds.put("scenarios", () -> scenarios(reader, "gallery"));
        kinds.put("published", () -> scenarios(reader, "published"));
        kinds.put("phenomena", () -> scenarios(reader, "phenomena"));
        Arrays.stream(CatalogueKind.values()).forEach(kind -> kinds.put(kind.folder(), () -> entries(catalogue, kind)));
        kinds.put("schedulers", () -> components(vocabulary.schedulers()));
        kinds.put("cpu-techniques", () -> components(vocabulary.cpuTechniques()));
        kinds.put("memory-techniques", () -> components(vocabulary.memoryTechniques()));
        kinds.put("memory-policies", () -> components(vocabulary.memoryPolicies()));
        kinds.put("stages", () -> components(vocabulary.stages()));
        kinds.put("workload-kinds", () -> components(vocabulary.workloads()));
        kinds.put("device-kinds", () -> components(vocabulary.devices()));
        kinds.put("distributions", () -> vocabulary.distributions().stream().map(Listing::item).toList());
    }

    List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    /** Of a kind that {@link #kinds} names. */
    List<Item> of(String kind) {
        return kinds.get(kind).get();
    }

    private static List<Item> scenarios(ScenarioReader reader, String folder) {
        return reader.names(folder).stream().map(name -> new Item(name, question(reader, name))).toList();
    }

    /** Empty if it cannot be read; {@code check} says why. */
    private static String question(ScenarioReader reader, String name) {
        return reader.read(name, Overrides.NONE).optional().map(file -> file.experiment().question()).orElse("");
    }

    private static List<Item> entries(Catalogue catalogue, CatalogueKind kind) {
        EntryFacts facts = new EntryFacts(catalogue, Census.of(catalogue));
        return catalogue.names(kind).stream().map(name -> new Item(name, facts.of(kind, name))).toList();
    }

    private static List<Item> components(Components<?> components) {
        List<Item> items = new ArrayList<>();
        for (Component<?> component : components.all()) {
            items.add(new Item(component.name(), component.sentence()));
        }
        return items;
    }

    private static Item item(Kind kind) {
        return new Item(kind.name(), kind.sentence());
    }
}
