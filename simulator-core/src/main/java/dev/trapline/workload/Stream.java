package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.work.Level;
import dev.trapline.work.Price;
import java.util.List;

/**
 * One bulk TCP connection out of the guest. The program writes until the socket buffer is full and then sleeps; the stack
 * sends full segments as the window lets it, a shorter one only if nothing is under way; the far end acknowledges every
 * second segment, or a single one after a delay; an acknowledgement makes room, lets the stack send on from the
 * interrupt that brought it, and wakes the program.
 */
final class Stream implements Workload.Run {
    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            "stream",
            "One bulk TCP connection: `transmit` goes out of the guest, `receive` into it.",
            "sugerman-2001",
            List.of(
                    Shape.optional("direction", Shape.choice("transmit", "receive"), "transmit", "Which way the data goes."),
                    Shape.required("write", Shape.of(Dimension.BYTES, 1, 1e9), "What the program writes, or reads at the most, at a time."),
                    Shape.required("socket-buffer", Shape.of(Dimension.BYTES, 2048, 1e9), "Buffer and window."),
                    Shape.optional(
                            "acknowledge-after", Shape.time(), 200_000_000_000L, "Delay of the acknowledgement of a single segment."),
                    Shape.optional(
                            "working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache.")),
            values -> mixes -> setting -> values.text("direction").equals("receive")
                    ? new ReceivingStream(values, setting)
                    : new Stream(values, setting));

    private final Setting setting;
    private final int segmentBytes;
    private final long writeBytes;
    private final long bufferBytes;
    private final long acknowledgeAfter;
    private final Writer writer;
    private final Timer delayedAcknowledgement;
    private long unsent;
    private long underWay;
    private int unacknowledgedSegments;
    private long unacknowledgedBytes;

    private Stream(Values values, Setting setting) {
        this.setting = setting;
        segmentBytes = setting.ports().segmentBytes();
        writeBytes = values.whole("write");
        bufferBytes = values.whole("socket-buffer");
        acknowledgeAfter = values.whole("acknowledge-after");
        writer = new Writer();
        delayedAcknowledgement = setting.simulation()
                .newTimer(setting.guest().name() + " delayed acknowledgement", Phase.ARRIVE, this::acknowledge);
        setting.simulation()
                .newTimer(setting.guest().name() + " stream start", Phase.ARRIVE, writer::raise)
                .armAfter(0);
    }

    /** Sends what the window lets it, as work of this activity. */
    private void push(Carrier by) {
        while (unsent > 0) {
            long segment = Math.min(unsent, segmentBytes);
            boolean mayGo = segment == segmentBytes || underWay == 0;
            if (!mayGo || underWay + segment > bufferBytes) {
                return;
            }
            unsent -= segment;
            underWay += segment;
            setting.ports().send(by, segment, null, this::arrived);
        }
    }

    private void arrived(Transfer segment, Carrier by) {
        setting.measure().arrives(segment.bytes());
        unacknowledgedBytes += segment.bytes();
        if (++unacknowledgedSegments >= 2) {
            delayedAcknowledgement.cancel();
            acknowledge();
        } else {
            delayedAcknowledgement.armAfter(acknowledgeAfter);
        }
    }

    private void acknowledge() {
        long acknowledged = unacknowledgedBytes;
        unacknowledgedBytes = 0;
        unacknowledgedSegments = 0;
        setting.ports().receive(0, null, (packet, by) -> {
            underWay -= acknowledged;
            push(by);
            writer.roomWasMade();
        });
    }

    private boolean hasRoom() {
        return unsent + underWay + writeBytes <= bufferBytes;
    }

    private final class Writer extends Carrier {
        private final Price call = SocketCalls.price(setting.guest(), "socket-write", writeBytes);
        private boolean writing;

        Writer() {
            super(
                    setting.guest().name() + " writer",
                    Level.TASK,
                    setting.guest().vcpuOf(0).agenda(),
                    setting.simulation());
        }

        void roomWasMade() {
            if (hasRoom()) {
                raise();
            }
        }

        @Override
        protected boolean work() {
            if (writing) {
                writing = false;
                unsent += writeBytes;
                push(this);
                return true;
            }
            if (!hasRoom()) {
                return false;
            }
            writing = true;
            call.appendTo(meter(), block());
            return true;
        }
    }
}
