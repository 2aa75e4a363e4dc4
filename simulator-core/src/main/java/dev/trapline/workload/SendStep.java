package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.work.Price;
import java.util.List;

/**
 * The answer goes out over the network in segments; the request ends when the last of them is at the far end, which
 * acknowledges every second one at once, and a last one with its next request if that comes soon. Segments stay in order, so the
 * request's progress is that of the last.
 */
final class SendStep implements Step {
    static final Component<StepFactory> COMPONENT = new Component<>(
            "send",
            "The answer goes out over the network; only as the last step.",
            "",
            List.of(Shape.required("send", Shape.of(Dimension.BYTES, 1, 1e9), "Its size.")),
            values -> (number, setting, mixes) -> new SendStep(values.whole("send"), setting));

    private static final Transfer.End NOBODY = (transfer, by) -> {};

    private final long bytes;
    private final Price write;
    private final Setting setting;

    private SendStep(long bytes, Setting setting) {
        this.bytes = bytes;
        this.setting = setting;
        write = SocketCalls.price(setting.guest(), "socket-write", bytes);
    }

    @Override
    public Next begin(Worker worker) {
        write.appendTo(worker.pays(), worker.piece());
        Request request = worker.request();
        int segment = setting.ports().segmentBytes();
        long segments = (bytes + segment - 1) / segment;
        for (long i = 1; i < segments; i++) {
            setting.ports().sendAhead(worker, segment, request.trail(), i % 2 == 0 ? this::acknowledge : NOBODY);
        }
        setting.ports().send(worker, bytes - (segments - 1) * segment, request.trail(), (last, by) -> {
            if (segments % 2 == 0) {
                acknowledge(last, by);
            } else {
                request.acknowledgesSoon(setting);
            }
            last.leaveTrail();
            request.answered();
        });
        return Next.WORKS;
    }

    private void acknowledge(Transfer segment, Carrier by) {
        setting.ports().receive(0, null, NOBODY);
    }

    @Override
    public boolean answers() {
        return true;
    }
}
