package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.work.Price;
import java.util.List;

/**
 * The answer goes out over the network in segments; the request ends when the last of them is at the far end, which
 * acknowledges every second one at once, and a last one with its next request if that comes soon. Segments stay in order, so the
 * request's progress is that of the last. A request that came as a datagram is answered by one, which nobody acknowledges.
 */
final class SendStep implements Step {
    static final Component<StepFactory> COMPONENT = new Component<>(
            "send",
            "The answer goes out over the network; only as the last step.",
            "",
            List.of(Shape.required("send", Shape.of(Dimension.BYTES, 1, 1e9), "Its size.")),
            values -> (number, setting, mixes) -> new SendStep(values.whole("send"), setting));

    private final long bytes;
    private final Price write;
    private final Setting setting;

    private SendStep(long bytes, Setting setting) {
        this.bytes = bytes;
        this.setting = setting;
        write = setting.guest().pricing().socketCall("socket-write", bytes);
    }

    @Override
    public Next begin(Worker worker) {
        write.appendTo(worker.pays(), worker.piece());
        Request request = worker.request();
        Answer answer = request.answer(setting);
        answer.begin();
        if (request.isDatagram()) {
            setting.ports().sendAnswer(worker, bytes, request.trail(), request.flow(setting), answer);
            return Next.WORKS;
        }
        long segment = setting.ports().fullPackets(setting.ports().largestSegmentBytes());
        long left = bytes;
        for (; left > segment; left -= segment) {
            setting.ports().sendAhead(worker, segment, request.trail(), request.flow(setting), answer);
        }
        setting.ports().send(worker, left, request.trail(), request.flow(setting), answer);
        return Next.WORKS;
    }

    @Override
    public long answeringBytes() {
        return bytes;
    }

    @Override
    public boolean answers() {
        return true;
    }
}
