package dev.trapline.hardware;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import java.util.List;

/**
 * A network interface and its wire.
 *
 * @param bitsPerSecond the rate of the wire
 * @param mtu the largest payload of a frame, in bytes
 * @param halfDuplex whether both directions share the wire
 * @param interruptGapPicos the least time between two interrupts
 * @param delayPicos the time a frame needs beyond its own length: switch, cable, the other end's interface
 */
public record NicModel(long bitsPerSecond, int mtu, boolean halfDuplex, long interruptGapPicos, long delayPicos)
        implements DeviceModel {

    /** Preamble, frame check, gap and Ethernet header of one frame. */
    public static final int FRAME_OVERHEAD_BYTES = 38;
    /** IP and TCP headers with time stamps. */
    public static final int HEADER_BYTES = 52;
    /** The shortest frame's payload. */
    private static final int LEAST_PAYLOAD_BYTES = 46;

    public static final Component<DeviceModel> COMPONENT = new Component<>(
            "nic",
            "A network interface with its wire and interrupt moderation.",
            "ieee-802.3",
            List.of(
                    Shape.required("rate", Shape.of(Dimension.BANDWIDTH, 1e6, 1e12), "Rate of the wire."),
                    Shape.optional("mtu", Shape.of(Dimension.BYTES, 576, 9000), 1500L, "Largest payload of a frame."),
                    Shape.optional("duplex", Shape.choice("full", "half"), "full", "Whether both directions share the wire."),
                    Shape.optional(
                            "moderation",
                            Shape.of(Dimension.RATE, 1, 1e7),
                            null,
                            "Most interrupts per second; absent: one for each event that finds none pending."),
                    Shape.optional(
                            "delay", Shape.time(0, 1e12), 10_000_000L, "Time of a frame beyond its length: switch and far end.")),
            NicModel::of);

    static NicModel of(Values values) {
        long gap = values.has("moderation") ? StrictMath.round(Time.PICOS_PER_SECOND / values.number("moderation")) : 0;
        return new NicModel(
                values.whole("rate"),
                values.count("mtu"),
                values.text("duplex").equals("half"),
                gap,
                values.whole("delay"));
    }

    /** The largest piece of a TCP stream in one frame. */
    public int segmentBytes() {
        return mtu - HEADER_BYTES;
    }

    /** How long a frame with this much of a TCP stream occupies the wire. */
    public long wirePicos(long payloadBytes) {
        long bytes = Math.max(payloadBytes + HEADER_BYTES, LEAST_PAYLOAD_BYTES) + FRAME_OVERHEAD_BYTES;
        return Math.multiplyExact(bytes * 8, Time.PICOS_PER_SECOND / 1000) / (bitsPerSecond / 1000);
    }
}
