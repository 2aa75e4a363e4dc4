package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.work.Price;
import java.util.List;

/** The request comes in over the network; the worker reads it. */
final class ReceiveStep implements Step {
    static final Component<StepFactory> COMPONENT = new Component<>(
            "receive",
            "The request comes in over the network and is read; only as the first step.",
            "",
            List.of(
                    Shape.required("receive", Shape.of(Dimension.BYTES, 1, 1e9), "Its size."),
                    Shape.optional(
                            "connection",
                            Shape.choice("kept", "new", "none"),
                            "kept",
                            "new: each request opens a TCP connection and closes it: the packets of it; what it takes of the"
                                    + " processor besides belongs to the computing. none: question and answer are a UDP datagram each."),
                    Shape.optional(
                            "exchanges",
                            Shape.count(1, 100_000),
                            1L,
                            "A request consists of so many questions and answers, one after the other: all its steps, so often.")),
            values -> (number, setting, mixes) -> new ReceiveStep(values, setting));

    private final long bytes;
    private final String connection;
    private final int exchanges;
    private final Price read;

    private ReceiveStep(Values values, Setting setting) {
        bytes = values.whole("receive");
        connection = values.text("connection");
        exchanges = values.count("exchanges");
        read = setting.guest().pricing().socketCall("socket-read", bytes);
    }

    @Override
    public Next begin(Worker worker) {
        read.appendTo(worker.pays(), worker.piece());
        return Next.WORKS;
    }

    @Override
    public long arrivingBytes() {
        return bytes;
    }

    @Override
    public boolean connects() {
        return connection.equals("new");
    }

    @Override
    public boolean comesAsDatagram() {
        return connection.equals("none");
    }

    @Override
    public int exchanges() {
        return exchanges;
    }
}
