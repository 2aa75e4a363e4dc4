package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.devicepath.Transfer;
import dev.trapline.work.Trail;

/**
 * What one guest tells another over a TCP connection, in segments. The receiver acknowledges every second segment; the
 * acknowledgement of the last rides on what it sends next. Segments stay in order, so the message is there with the last.
 */
final class Message {
    private static final Transfer.End NOBODY = (transfer, by) -> {};

    private final GuestPorts from;
    private final GuestPorts to;

    Message(GuestPorts from, GuestPorts to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Sends it as far as that is the sender's own work; {@code delivered} is told by the receiver's activity that receives the last.
     *
     * @param trail of the request that goes on with it
     */
    void send(Carrier by, long bytes, Trail trail, Transfer.End delivered) {
        int segment = from.segmentBytes();
        long segments = Math.max(1, (bytes + segment - 1) / segment);
        for (long i = 1; i < segments; i++) {
            from.sendTo(to, by, segment, null, trail, i % 2 == 0 ? this::acknowledge : NOBODY);
        }
        from.sendTo(to, by, bytes - (segments - 1) * segment, trail, trail, delivered);
    }

    private void acknowledge(Transfer segment, Carrier by) {
        to.sendTo(from, by, 0, null, null, NOBODY);
    }
}
