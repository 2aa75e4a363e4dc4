package dev.trapline.devicepath;

import dev.trapline.work.Trail;
import java.util.ArrayDeque;

/** Packets of one guest: those that have ended are used again, so that a stream allocates as many as are under way at once. */
final class Transfers {
    private final ArrayDeque<Transfer> ended = new ArrayDeque<>();

    /** A packet with so much of a stream. */
    Transfer packet(long bytes, Trail trail, Transfer.End end) {
        Transfer packet = ended.isEmpty() ? new Transfer(this) : ended.removeLast();
        return packet.carry(bytes, trail, end);
    }

    /** Nobody knows this packet any more. */
    void takeBack(Transfer packet) {
        ended.addLast(packet);
    }
}
