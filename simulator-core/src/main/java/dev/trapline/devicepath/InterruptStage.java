package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import java.util.List;

/** A device interrupts the executor of the stages that follow, as often as its moderation lets it. */
final class InterruptStage {
    static final Component<Stage> COMPONENT = new Component<>(
            "interrupt",
            "A device's interrupt: begins `receive` and `completion`.",
            "",
            List.of(
                    Shape.required("interrupt", Shape.choice("nic", "disk"), "Of which device."),
                    Shape.required("executor", Shape.text(), "Who handles it.")),
            values -> route -> route.interruptedBy(values.text("interrupt"), values.text("executor")));

    private InterruptStage() {}
}
