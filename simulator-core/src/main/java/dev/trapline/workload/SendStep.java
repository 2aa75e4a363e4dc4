package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.hardware.Pool;
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

    private static final int PACKETS_FOR_EACH_ACKNOWLEDGEMENT = 2;
    private static final Transfer.End NOBODY = (transfer, by) -> {};

    private final long bytes;
    private final Pool<Answer> answers = new Pool<>(Answer::new);
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
        Answer answer = answers.take();
        answer.request = request;
        answer.packets = 0;
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

    /** An answer that arrives piece by piece at the far end. */
    private final class Answer implements Transfer.End {
        private Request request;
        private long packets;

        @Override
        public void reached(Transfer part, Carrier by) {
            long before = packets / PACKETS_FOR_EACH_ACKNOWLEDGEMENT;
            packets += part.packets();
            for (; before < packets / PACKETS_FOR_EACH_ACKNOWLEDGEMENT; before++) {
                setting.ports().receive(0, null, request.flow(setting), NOBODY);
            }
            if (part.trail() != null) {
                if (!request.isDatagram() && packets % PACKETS_FOR_EACH_ACKNOWLEDGEMENT > 0) {
                    request.acknowledgesSoon(setting);
                }
                Request done = request;
                answers.giveBack(this);
                part.leaveTrail();
                done.answered();
            }
        }
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
