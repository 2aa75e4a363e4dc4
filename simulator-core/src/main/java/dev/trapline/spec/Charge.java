package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * Cycles that are spent at a place for a reason, so many times: one line of an event or of a stage.
 *
 * @param place where, one of {@code guest-user, guest-kernel, hypervisor, driver-domain, host-kernel, host-process}
 * @param mechanism why
 * @param cost the name of the cost
 * @param times how often
 */
public record Charge(String place, String mechanism, String cost, int times) {

    /** Where cycles can be spent; {@code device} and {@code outside} hold no core. */
    public static final Shape PLACE =
            Shape.choice("guest-user", "guest-kernel", "hypervisor", "driver-domain", "host-kernel", "host-process");

    public static final Shape SHAPE = Shape.fields(
            "charge",
            "Cycles that are spent at a place for a reason.",
            Shape.required("at", PLACE, "The place."),
            Shape.required("mechanism", Shape.text(), "Why: exit, hypercall, world-switch, notification, emulation, ..."),
            Shape.required("cost", Shape.text(), "The name of a cost of the platform, the operating system or the CPU."),
            Shape.optional("times", Shape.count(0, 1_000_000), 1L, "How often."));

    public static Charge of(Values values) {
        return new Charge(values.text("at"), values.text("mechanism"), values.text("cost"), values.count("times"));
    }

    static List<Charge> list(Values values, String name) {
        return values.list(name, Values.class).stream().map(Charge::of).toList();
    }
}
