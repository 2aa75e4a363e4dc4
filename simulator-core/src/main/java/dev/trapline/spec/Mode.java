package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a platform runs guests of a kind: CPU technique, memory technique, and the names of its network and disk paths.
 * An empty list of a condition matches every guest.
 *
 * @param events charges of events that differ from the platform's for such guests
 * @param costs costs that differ from the platform's for such guests
 */
public record Mode(
        List<String> families,
        List<Long> bits,
        List<String> drivers,
        List<String> enlightenments,
        String cpu,
        String memory,
        String network,
        String disk,
        String title,
        Map<String, List<Charge>> events,
        CostBook costs) {

    /** The form of a mode; the technique names are those of the components that exist. */
    public static Shape shape(Shape cpu, Shape memory) {
        Shape when = Shape.fields(
                "when",
                "The guests that a mode is for; an absent key matches all.",
                Shape.optional(
                        "os", Shape.either(Shape.text(), Shape.listOf(Shape.text())), null, "Family of operating systems."),
                Shape.optional(
                        "bits",
                        Shape.either(Shape.count(32, 64), Shape.listOf(Shape.count(32, 64))),
                        null,
                        "Width of the guest."),
                Shape.optional("drivers", Shape.text(), null, "A paravirtual device family that the guest has drivers for."),
                Shape.optional("enlightenment", Shape.text(), null, "A hypervisor whose interfaces the guest's kernel uses."));
        return Shape.fields(
                "mode",
                "How guests of a kind are run.",
                Shape.required("when", when, "The guests that it is for."),
                Shape.required("cpu", cpu, "The CPU technique."),
                Shape.required("memory", memory, "The memory technique."),
                Shape.required("network", Shape.text(), "The name of the network path."),
                Shape.required("disk", Shape.text(), "The name of the disk path."),
                Shape.optional("title", Shape.text(), "", "What a report calls it."),
                Shape.optional(
                        "events",
                        Shape.mapOf(Shape.listOf(Charge.SHAPE)),
                        null,
                        "Charges of events that differ from the platform's for such guests."),
                Shape.optional(
                        "costs", Shape.mapOf(Cost.SHAPE), null, "Costs that differ from the platform's for such guests."));
    }

    /** @param owner the platform, whose costs a mode's are */
    public static Mode of(String owner, Values values) {
        Values when = values.values("when");
        return new Mode(
                words(when, "os", String.class),
                words(when, "bits", Long.class),
                words(when, "drivers", String.class),
                words(when, "enlightenment", String.class),
                values.text("cpu"),
                values.text("memory"),
                values.text("network"),
                values.text("disk"),
                values.text("title"),
                events(values.values("events")),
                CostBook.of(owner + ", " + values.text("title"), values.values("costs")));
    }

    private static Map<String, List<Charge>> events(Values values) {
        Map<String, List<Charge>> events = new LinkedHashMap<>();
        for (String name : values.names()) {
            events.put(name, Charge.list(values, name));
        }
        return events;
    }

    public Mode withCosts(CostBook other) {
        return new Mode(families, bits, drivers, enlightenments, cpu, memory, network, disk, title, events, other);
    }

    public Mode withEvents(Map<String, List<Charge>> other) {
        return new Mode(families, bits, drivers, enlightenments, cpu, memory, network, disk, title, other, costs);
    }

    private static <T> List<T> words(Values when, String name, Class<T> type) {
        if (!when.has(name)) {
            return List.of();
        }
        Object value = when.get(name);
        return type.isInstance(value) ? List.of(type.cast(value)) : when.list(name, type);
    }

    /** Whether guests with this operating system, using these paravirtual drivers (or none), are run like this. */
    public boolean matches(OperatingSystemSpec os, List<String> driversInUse) {
        return (families.isEmpty() || families.contains(os.family()))
                && (bits.isEmpty() || bits.contains((long) os.bits()))
                && (drivers.isEmpty() || drivers.stream().anyMatch(driversInUse::contains))
                && (enlightenments.isEmpty() || enlightenments.stream().anyMatch(os.enlightenments()::contains));
    }
}
