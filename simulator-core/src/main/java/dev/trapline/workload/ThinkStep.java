package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/** The program sleeps for a time: it waits for somebody outside of whom nothing but the time is known. */
final class ThinkStep implements Step {
    static final Component<StepFactory> COMPONENT = new Component<>(
            "think",
            "The program sleeps for a time, holding no core: it waits for somebody outside of whom no more is known.",
            "",
            List.of(Shape.required("think", new Shape.Draws(Dimension.TIME, 0, 9e18), "How long.")),
            values -> (number, setting, mixes) -> new ThinkStep(number, values, setting));

    private final Rest rest;

    private ThinkStep(int number, Values values, Setting setting) {
        rest = new Rest(number, values.draws("think"), setting);
    }

    @Override
    public Next begin(Worker worker) {
        rest.begin(worker, worker.request().index());
        return Next.SLEEPS;
    }
}
