package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Flow;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.devicepath.Transfer;
import dev.trapline.work.Trail;

/**
 * What one guest tells another over a TCP connection, in segments. The receiver acknowledges every second packet at once; the
 * acknowledgement of a single last one rides on what it sends next. Packets stay in order, so the message is there with the last;
 * from then on it may be sent again.
 */
abstract class Message implements Transfer.End {
    private static final int PACKETS_FOR_EACH_ACKNOWLEDGEMENT = 2;
    private static final Transfer.End NOBODY = (transfer, by) -> {};

    private GuestPorts from;
    private GuestPorts to;
    private Flow flow;
    private long packets;

    /** All of it is there, as the receiver's activity that receives the last packet tells. */
    abstract void delivered(Carrier by);

    /**
     * Sends it as far as that is the sender's own work.
     *
     * @param trail of the request that goes on with it
     */
    final void send(GuestPorts sender, GuestPorts receiver, Flow connection, Carrier by, long bytes, Trail trail) {
        from = sender;
        to = receiver;
        flow = connection;
        packets = 0;
        long segment = from.fullPackets(from.largestSegmentBytes());
        long left = bytes;
        for (; left > segment; left -= segment) {
            from.sendTo(to, by, segment, null, trail, flow, this);
        }
        from.sendTo(to, by, left, trail, trail, flow, this);
    }

    @Override
    public final void reached(Transfer part, Carrier by) {
        long before = packets / PACKETS_FOR_EACH_ACKNOWLEDGEMENT;
        packets += part.packets();
        for (; before < packets / PACKETS_FOR_EACH_ACKNOWLEDGEMENT; before++) {
            to.sendTo(from, by, 0, null, null, flow, NOBODY);
        }
        if (part.trail() != null) {
            part.leaveTrail();
            delivered(by);
        }
    }
}
