package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.devicepath.PacketSource;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import java.util.List;

/**
 * Datagrams into the guest at a rate, whatever becomes of those before. What finds a full ring on its way, or the socket's buffer
 * full, is lost. A program reads them one by one.
 */
final class DatagramStream implements PacketSource {
    static final Component<WorkloadFactory> COMPONENT = new Component<>(
            "datagrams",
            "UDP datagrams into the guest at a rate, whatever becomes of those before; full rings and a full socket lose them.",
            "rfc-768",
            List.of(
                    Shape.required("rate", Shape.of(Dimension.BANDWIDTH, 1e3, 1e12), "Of their data, for each guest."),
                    Shape.required("bytes", Shape.of(Dimension.BYTES, 1, 8_972), "The data of one; at most what a frame holds."),
                    Shape.required("socket-buffer", Shape.of(Dimension.BYTES, 2048, 1e9), "What waits for the program at the most."),
                    Shape.optional(
                            "working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache.")),
            values -> mixes -> setting -> {
                new DatagramStream(values, setting);
                return Workload.Run.ENDLESS;
            });

    private final Setting setting;
    private final DatagramCounts counts;
    private final GuestPorts ports;
    private final long bytes;
    private final long bufferBytes;
    private final long bitsPerSecond;
    private final Transfer.End arrival = this::arrived;
    private final Transfer.Loss loss = this::lost;
    private final Reader reader;
    private final long startedAt;
    /** The next one is sent so many whole seconds and so many bits of a second's after the first. */
    private long seconds;
    private long bits;
    private long due;
    private long waitingBytes;

    private DatagramStream(Values values, Setting setting) {
        this.setting = setting;
        counts = setting.measure().datagrams();
        ports = setting.ports();
        bytes = values.whole("bytes");
        bufferBytes = values.whole("socket-buffer");
        bitsPerSecond = values.whole("rate");
        ports.checkDatagram(bytes);
        reader = new Reader();
        startedAt = setting.simulation().now();
        due = startedAt;
        counts.offeredBy(ports::catchUp);
        setting.simulation()
                .newTimer(setting.guest().name() + " datagrams", Phase.ARRIVE, () -> ports.receiveFrom(this))
                .armAfter(0);
    }

    @Override
    public long due() {
        return due;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    /** Datagram n is sent n times its bits after the first, without an error that adds up. */
    @Override
    public Transfer next() {
        counts.offered();
        for (bits += bytes * 8; bits >= bitsPerSecond; bits -= bitsPerSecond) {
            seconds++;
        }
        due = startedAt + seconds * Time.PICOS_PER_SECOND + (long) ((double) bits / bitsPerSecond * Time.PICOS_PER_SECOND);
        return ports.datagram(bytes, arrival, loss);
    }

    private void lost(Transfer datagram) {
        counts.dropped();
    }

    private void arrived(Transfer datagram, Carrier by) {
        if (waitingBytes + bytes > bufferBytes) {
            counts.dropped();
            return;
        }
        waitingBytes += bytes;
        reader.raise();
    }

    private final class Reader extends SocketReader {
        Reader() {
            super(setting, 0, bytes);
        }

        @Override
        long waiting() {
            return waitingBytes;
        }

        @Override
        void hasRead(long read) {
            waitingBytes -= read;
            setting.measure().arrives(read);
            counts.delivered();
        }
    }
}
