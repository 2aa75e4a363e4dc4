package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.spec.CostBook;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.Mode;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.Way;
import dev.trapline.virtualization.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The costs that a platform's events and paths name must exist where they are paid: with the platform, with the operating
 * system at that place, or with the CPU. Only a scenario knows all three.
 */
public final class CostNames {
    private static final List<String> KEYS = List.of("cost", "datagram-cost", "per-byte");

    private final PlatformSpec platform;
    private final CostBook modeCosts;
    private final GuestSpec guest;
    private final MachineSpec machine;
    private final Problems problems;

    private CostNames(PlatformSpec platform, CostBook modeCosts, GuestSpec guest, MachineSpec machine, Problems problems) {
        this.platform = platform;
        this.modeCosts = modeCosts;
        this.guest = guest;
        this.machine = machine;
        this.problems = problems;
    }

    /** Checks one variant of a platform for one guest group. */
    public static void check(PlatformSpec platform, Mapping tree, GuestSpec guest, MachineSpec machine, Problems problems) {
        Optional<Way> way = platform.way(machine, guest);
        Optional<Mode> mode = way.map(Way::mode);
        CostNames names = new CostNames(
                platform, mode.map(Mode::costs).orElse(CostBook.EMPTY), guest, machine, problems);
        if (mode.isPresent() && tree.find("paths").orElse(null) instanceof Mapping paths) {
            names.path(paths, way.get().nic().path());
            names.path(paths, way.get().disk().path());
        }
        if (way.isPresent() && tree.find("images").orElse(null) instanceof Mapping images) {
            names.path(images, way.get().image());
        }
        if (tree.find("host-cache").orElse(null) instanceof Mapping cache && cache.has("request")) {
            names.items(cache.entries().get("request"));
        }
        if (tree.find("events").orElse(null) instanceof Mapping events) {
            events.entries().values().forEach(names::items);
        }
        if (mode.isPresent() && tree.find("modes").orElse(null) instanceof Sequence modes) {
            LocatedNode used = modes.items().get(platform.modes().indexOf(mode.get()));
            if (((Mapping) used).find("events").orElse(null) instanceof Mapping events) {
                events.entries().values().forEach(names::items);
            }
        }
    }

    private void path(Mapping paths, String name) {
        Optional<LocatedNode> parts = paths.find(name);
        parts.ifPresent(found -> ((Mapping) found).entries().values().forEach(this::items));
    }

    private void items(Entry list) {
        for (LocatedNode item : ((Sequence) list.value()).items()) {
            KEYS.forEach(key -> cost((Mapping) item, key));
        }
    }

    private void cost(Mapping item, String key) {
        if (item.find(key).orElse(null) instanceof Scalar name) {
            String place = item.text("at").orElse("hypervisor");
            List<CostBook> books = books(place);
            if (!name.text().equals(Pricing.EXIT) && books.stream().noneMatch(book -> book.find(name.text()).isPresent())) {
                Set<String> known = new TreeSet<>();
                books.forEach(book -> known.addAll(book.costs().keySet()));
                problems.add(name.place(), platform.label(), "no cost is called " + name.inWords() + " at " + place + " for "
                        + Wording.quoted(guest.name()) + ": neither the platform nor its operating system there nor the CPU has it"
                        + Wording.didYouMean(name.text(), known));
            }
        }
    }

    private List<CostBook> books(String place) {
        List<CostBook> books = new ArrayList<>();
        books.add(modeCosts);
        books.add(platform.costs());
        switch (place) {
            case "driver-domain" -> platform.driverDomain().ifPresent(domain -> books.add(domain.os().costs()));
            case "host-kernel", "host-process" -> platform.hostOs().ifPresent(os -> books.add(os.costs()));
            default -> books.add(guest.os().costs());
        }
        books.add(machine.cpu().costs());
        return books;
    }
}
