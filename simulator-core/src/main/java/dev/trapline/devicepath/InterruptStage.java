package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.work.Price;
import java.util.List;

/**
 * A device interrupts the executor of the stages that follow, as often as its moderation lets it. Where a guest drives the
 * device itself, `deliver` says what taking the interrupt costs it, and the path's part `interrupt` who takes it before.
 */
final class InterruptStage implements Stage {
    static final Component<Stage> COMPONENT = new Component<>(
            "interrupt",
            "A device's interrupt: begins `receive` and `completion`.",
            "gordon-2012",
            List.of(
                    Shape.required("interrupt", Shape.choice("nic", "disk"), "Of which device."),
                    Shape.required("executor", Shape.text(), "Who handles it."),
                    Shape.optional(
                            "deliver",
                            Shape.text(),
                            null,
                            "The guest drives the device: the event that is charged to it for each interrupt; the path's part"
                                    + " `interrupt` brings it there."),
                    Shape.optional(
                            "exit-less",
                            Shape.flag(),
                            false,
                            "With `deliver`: whether the interrupt reaches guest code that runs without anybody in between.")),
            InterruptStage::new);

    private final Values values;

    private InterruptStage(Values values) {
        this.values = values;
    }

    @Override
    public void addTo(RouteBuilder route) {
        Surroundings surroundings = route.surroundings();
        String device = values.text("interrupt");
        Consumer handler = surroundings.consumer(values.text("executor"));
        if (!values.has("deliver")) {
            route.interruptedBy(surroundings.interrupt(device, handler), values.text("executor"));
            return;
        }
        Price delivery = surroundings.event(values.text("deliver"));
        route.interruptedBy(
                surroundings.assignedInterrupt(device, handler, delivery, values.flag("exit-less")), values.text("executor"));
    }
}
