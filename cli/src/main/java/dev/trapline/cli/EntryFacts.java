package dev.trapline.cli;

import dev.trapline.cli.print.Words;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.Census;
import dev.trapline.scenarios.catalogue.Entry;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.spec.Basis;
import dev.trapline.spec.CpuSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.OperatingSystemSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reader wants to know of an entry at a glance: its title, what kind of thing it is, and how its numbers are known. */
final class EntryFacts {
    private final Catalogue catalogue;
    private final Census census;

    EntryFacts(Catalogue catalogue, Census census) {
        this.catalogue = catalogue;
        this.census = census;
    }

    List<String> of(CatalogueKind kind, String name) {
        List<String> facts = new ArrayList<>(List.of(catalogue.title(name)));
        Optional<Entry> entry = catalogue.entry(name).optional();
        facts.addAll(entry.map(found -> own(kind, name, found)).orElse(List.of("cannot be read: trapline check says why")));
        return facts;
    }

    private List<String> own(CatalogueKind kind, String name, Entry entry) {
        return switch (kind) {
            case PLATFORMS -> platform(name, entry.values());
            case MACHINES -> List.of(machine(entry.spec(MachineSpec.class)));
            case CPUS -> List.of(cpu(entry.spec(CpuSpec.class)), numbers(name));
            case OPERATING_SYSTEMS -> List.of(system(entry.spec(OperatingSystemSpec.class)), numbers(name));
            case DEVICES -> List.of(entry.values().text("type"));
            case WORKLOADS -> List.of(entry.values().text("kind"), numbers(name));
        };
    }

    private List<String> platform(String name, Values values) {
        String engine = catalogue.written(CatalogueKind.PLATFORMS, name).flatMap(tree -> tree.text("extends")).orElse("");
        String alias = catalogue.aliasOf(name).map(of -> of.equals(name) ? "too few sources" : "alias of " + of).orElse("");
        String extended = engine.isEmpty() ? "" : "extends " + engine;
        int rules = catalogue.written(CatalogueKind.PLATFORMS, name)
                .map(tree -> tree.find("limits").orElse(null) instanceof Sequence limits ? limits.items().size() : 0)
                .orElse(0);
        return List.of(
                values.text("kind"),
                Integer.toString(values.count("year")),
                alias.isEmpty() ? extended : alias,
                numbers(name),
                Words.count(rules, "rule"));
    }

    private static String cpu(CpuSpec cpu) {
        return cpu.year() == 0 ? "" : Integer.toString(cpu.year());
    }

    private static String machine(MachineSpec machine) {
        return machine.cpu().name() + ", " + machine.sockets() + " x " + machine.coresPerSocket()
                + (machine.coresPerSocket() == 1 ? " core" : " cores")
                + (machine.threadsPerCore() > 1 ? " of " + machine.threadsPerCore() + " threads" : "")
                + ", " + Quantities.show(Dimension.FREQUENCY, machine.clockHertz()) + ", "
                + Quantities.show(Dimension.BYTES, machine.memoryBytes());
    }

    private static String system(OperatingSystemSpec system) {
        return system.bits() + "-bit, ticks at " + system.tickHertz() + " Hz";
    }

    /** {@code 33 numbers: 2 measured, 5 derived, 26 assumed}, of those that stand in its own file. */
    private String numbers(String name) {
        Map<Basis, Integer> counts = census.byBasis(name);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> parts = new ArrayList<>();
        counts.forEach((basis, count) -> {
            if (count > 0) {
                parts.add(count + " " + basis.word());
            }
        });
        return all == 0 ? "no numbers of its own" : all + (all == 1 ? " number: " : " numbers: ") + String.join(", ", parts);
    }
}
