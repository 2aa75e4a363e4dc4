package dev.trapline.devicepath;

/**
 * Sends packets to a guest at instants that nothing but itself decides. They are known beforehand, and so it is asked for what it has
 * sent when that matters: before anything else takes the wire, arrives by it, or is counted.
 */
public interface PacketSource {
    /** When it sends its next packet. */
    long due();

    /** Sends that packet, which {@link GuestPorts#datagram} makes. */
    Transfer next();
}
