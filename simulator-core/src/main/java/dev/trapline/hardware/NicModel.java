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
 * @param moderation how it holds its interrupts back
 * @param ring the received packets that it can keep until the driver takes them; a packet more is lost if it may be
 * @param segmentationOffload whether it cuts a large TCP segment into packets by itself
 * @param receiveOffload whether packets of a connection that come in order are put together before the stack sees them
 * @param queues in how many queues it puts packets, by their connections, each with a ring and an interrupt
 * @param delayPicos the time a frame needs beyond its own length: switch, cable, the other end's interface
 */
public record NicModel(
        long bitsPerSecond,
        int mtu,
        boolean halfDuplex,
        Moderation moderation,
        int ring,
        boolean segmentationOffload,
        boolean receiveOffload,
        int queues,
        long delayPicos)
        implements DeviceModel {

    /** Preamble, frame check, gap and Ethernet header of one frame. */
    public static final int FRAME_OVERHEAD_BYTES = 38;
    /** IP and TCP headers with time stamps. */
    public static final int TCP_HEADER_BYTES = 52;
    /** IP and UDP headers. */
    public static final int UDP_HEADER_BYTES = 28;
    /** The shortest frame's payload. */
    private static final int LEAST_PAYLOAD_BYTES = 46;
    private static final Shape DELAY = Shape.time(0, 1e11);

    public static final Component<DeviceModel> COMPONENT = new Component<>(
            "nic",
            "A network interface with its wire, rings, offloads and interrupt moderation.",
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
                    Shape.optional("receive-delay", DELAY, 0L, "From the last received packet to its interrupt."),
                    Shape.optional(
                            "receive-delay-at-most", DELAY, null, "From the first one; absent: as `receive-delay`."),
                    Shape.optional("transmit-delay", DELAY, 0L, "From the last packet that left to its interrupt."),
                    Shape.optional(
                            "transmit-delay-at-most", DELAY, null, "From the first one; absent: as `transmit-delay`."),
                    Shape.optional(
                            "ring", Shape.count(1, 65_536), 256L, "Received packets that it keeps for the driver; more are lost."),
                    Shape.optional(
                            "segmentation-offload",
                            Shape.flag(),
                            false,
                            "Whether it cuts large TCP segments into packets by itself."),
                    Shape.optional(
                            "receive-offload",
                            Shape.flag(),
                            false,
                            "Whether packets of a connection that its driver finds together are put together for the stack."),
                    Shape.optional(
                            "queues",
                            Shape.count(1, 1024),
                            1L,
                            "In how many queues it puts packets, by their connections, each with an interrupt of its own:"
                                    + " executors that are `one-per: device` are one for each of them."),
                    Shape.optional(
                            "delay", Shape.time(0, 1e12), 10_000_000L, "Time of a frame beyond its length: switch and far end.")),
            NicModel::of);

    static NicModel of(Values values) {
        long gap = values.has("moderation") ? StrictMath.round(Time.PICOS_PER_SECOND / values.number("moderation")) : 0;
        return new NicModel(
                values.whole("rate"),
                values.count("mtu"),
                values.text("duplex").equals("half"),
                new Moderation(gap, delay(values, "receive-delay"), delay(values, "transmit-delay")),
                values.count("ring"),
                values.flag("segmentation-offload"),
                values.flag("receive-offload"),
                values.count("queues"),
                values.whole("delay"));
    }

    private static Moderation.Delay delay(Values values, String key) {
        long afterLast = values.whole(key);
        String atMost = key + "-at-most";
        return new Moderation.Delay(afterLast, values.has(atMost) ? values.whole(atMost) : afterLast);
    }

    /** The largest piece of a TCP stream in one frame, in bytes. */
    public int segmentBytes() {
        return mtu - TCP_HEADER_BYTES;
    }

    /** How many frames so much of a TCP stream takes; nothing takes one. */
    public int packets(long payloadBytes) {
        int segment = segmentBytes();
        return payloadBytes <= segment ? 1 : Math.toIntExact((payloadBytes + segment - 1) / segment);
    }

    /** How long a frame with this payload under so many bytes of headers occupies the wire, in picoseconds. */
    public long wirePicos(long payloadBytes, int headerBytes) {
        long bytes = Math.max(payloadBytes + headerBytes, LEAST_PAYLOAD_BYTES) + FRAME_OVERHEAD_BYTES;
        return Math.multiplyExact(bytes * 8, Time.PICOS_PER_SECOND / 1000) / (bitsPerSecond / 1000);
    }

    /** The same for a TCP segment in so many frames, all but the last of them full. */
    public long wirePicos(long payloadBytes, int headerBytes, int packets) {
        int full = packets - 1;
        if (full == 0) {
            return wirePicos(payloadBytes, headerBytes);
        }
        int segment = segmentBytes();
        return full * wirePicos(segment, headerBytes) + wirePicos(payloadBytes - (long) full * segment, headerBytes);
    }
}
