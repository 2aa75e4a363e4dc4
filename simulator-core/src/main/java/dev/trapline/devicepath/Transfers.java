package dev.trapline.devicepath;

import dev.trapline.work.Trail;

/**
 * Packets and operations of the guests of a host: those that have ended are used again, so that a stream allocates as many as are
 * under way at once. The last one that ended is the first to be used, by whichever guest, because it is still in the cache.
 */
public final class Transfers {
    private Transfer ended;

    /** A packet with so much of a stream. */
    Transfer packet(long bytes, Trail trail, Transfer.End end) {
        Transfer packet = ended;
        if (packet == null) {
            packet = new Transfer(this);
        } else {
            ended = packet.behind;
            packet.behind = null;
        }
        return packet.carry(bytes, trail, end);
    }

    /** Nobody knows this packet any more. */
    void takeBack(Transfer packet) {
        packet.behind = ended;
        ended = packet;
    }
}
