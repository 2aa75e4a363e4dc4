package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import java.util.List;

/** A hosted monitor holds operations back while world switches are frequent. */
final class CombineStage {
    static final Component<Stage> COMPONENT = new Component<>(
            "combine",
            "A hosted monitor holds operations back, until so many wait or the host's world is visited anyway, while world"
                    + " switches are more frequent than `above`.",
            "sugerman-2001",
            List.of(
                    Shape.required("combine", Shape.count(1, 1000), "How many it holds at the most."),
                    Shape.required("above", Shape.of(Dimension.RATE, 0, 1e9), "World switches per second from which it does.")),
            values -> route ->
                    route.hop(route.surroundings().combiner(values.count("combine"), values.number("above"))));

    private CombineStage() {}
}
