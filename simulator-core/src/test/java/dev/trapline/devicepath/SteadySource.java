package dev.trapline.devicepath;

import java.util.function.LongFunction;

/** Sends a packet at once and then one after each gap; they are numbered from the first one on. */
final class SteadySource implements PacketSource {
    private final long gapPicos;
    private final long bytes;
    private final long first;
    private final LongFunction<Transfer> packet;
    private long sent;

    SteadySource(long gapPicos, long bytes, long first, LongFunction<Transfer> packet) {
        this.gapPicos = gapPicos;
        this.bytes = bytes;
        this.first = first;
        this.packet = packet;
    }

    @Override
    public long due() {
        return sent * gapPicos;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public Transfer next() {
        return packet.apply(first + sent++);
    }
}
