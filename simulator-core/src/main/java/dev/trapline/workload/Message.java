package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Flow;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.devicepath.Transfer;
import dev.trapline.work.Trail;
import java.util.function.Consumer;

/**
 * What one guest tells another over a TCP connection, in segments. The receiver acknowledges every second packet at once; the
 * acknowledgement of a single last one rides on what it sends next. Packets stay in order, so the message is there with the last.
 */
final class Message {
    private static final int PACKETS_FOR_EACH_ACKNOWLEDGEMENT = 2;
    private static final Transfer.End NOBODY = (transfer, by) -> {};

    private final GuestPorts from;
    private final GuestPorts to;
    private final Flow flow;

    Message(GuestPorts from, GuestPorts to, Flow flow) {
        this.from = from;
        this.to = to;
        this.flow = flow;
    }

    /**
     * Sends it as far as that is the sender's own work; {@code delivered} is told by the receiver's activity that receives the last.
     *
     * @param trail of the request that goes on with it
     */
    void send(Carrier by, long bytes, Trail trail, Consumer<Carrier> delivered) {
        Arrival arrival = new Arrival(delivered);
        long segment = from.fullPackets(from.largestSegmentBytes());
        long left = bytes;
        for (; left > segment; left -= segment) {
            from.sendTo(to, by, segment, null, trail, flow, arrival);
        }
        from.sendTo(to, by, left, trail, trail, flow, arrival);
    }

    /** It arrives packet by packet. */
    private final class Arrival implements Transfer.End {
        private final Consumer<Carrier> delivered;
        private long packets;

        Arrival(Consumer<Carrier> delivered) {
            this.delivered = delivered;
        }

        @Override
        public void reached(Transfer part, Carrier by) {
            long before = packets / PACKETS_FOR_EACH_ACKNOWLEDGEMENT;
            packets += part.packets();
            for (; before < packets / PACKETS_FOR_EACH_ACKNOWLEDGEMENT; before++) {
                to.sendTo(from, by, 0, null, null, flow, NOBODY);
            }
            if (part.trail() != null) {
                part.leaveTrail();
                delivered.accept(by);
            }
        }
    }
}
