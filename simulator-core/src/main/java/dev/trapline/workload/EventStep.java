package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.work.Price;
import java.util.List;

/** The program provokes an event of the platform, to see what that charges for it. */
final class EventStep implements Step {
    static final Component<StepFactory> COMPONENT = new Component<>(
            "event",
            "The program provokes an event of the platform and pays what that charges for it; a microbenchmark.",
            "",
            List.of(
                    Shape.required("event", Shape.text(), "Which of the platform's events: ipi, end-of-interrupt, ..."),
                    Shape.optional("times", Shape.count(1, 1_000_000), 1L, "How often.")),
            values -> (number, setting, mixes) -> new EventStep(
                    setting.guest().pricing().event(values.text("event")).repeated(values.count("times"))));

    private final Price price;

    private EventStep(Price price) {
        this.price = price;
    }

    @Override
    public Next begin(Worker worker) {
        price.appendTo(worker.pays(), worker.piece());
        return Next.WORKS;
    }
}
