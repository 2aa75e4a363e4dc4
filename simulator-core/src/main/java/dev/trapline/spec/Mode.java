package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a platform runs guests of a kind: CPU technique, memory technique, and the devices it offers them.
 *
 * @param when the guests and machines it is for
 * @param events charges of events that differ from the platform's for such guests
 * @param costs costs that differ from the platform's for such guests
 */
public record Mode(
        Condition when,
        String cpu,
        String memory,
        List<DeviceOffer> network,
        List<DeviceOffer> disk,
        String title,
        Map<String, List<Charge>> events,
        CostBook costs) {

    /** The form of a mode; the technique names are those of the components that exist. */
    public static Shape shape(Shape cpu, Shape memory) {
        return Shape.fields(
                "mode",
                "How guests of a kind are run.",
                Shape.required("when", Condition.SHAPE, "The guests and machines that it is for."),
                Shape.required("cpu", cpu, "The CPU technique."),
                Shape.required("memory", memory, "The memory technique."),
                Shape.required(
                        "network",
                        DeviceOffer.shape("network interface", DeviceModels.NICS),
                        "The network interfaces offered, by preference; or the path of all guests."),
                Shape.required(
                        "disk",
                        DeviceOffer.shape("disk controller", DeviceModels.CONTROLLERS),
                        "The disk controllers offered, by preference; or the path of all guests."),
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
        return new Mode(
                Condition.of(values.values("when")),
                values.text("cpu"),
                values.text("memory"),
                DeviceOffer.list(values, "network"),
                DeviceOffer.list(values, "disk"),
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
        return new Mode(when, cpu, memory, network, disk, title, events, other);
    }

    public Mode withEvents(Map<String, List<Charge>> other) {
        return new Mode(when, cpu, memory, network, disk, title, other, costs);
    }
}
