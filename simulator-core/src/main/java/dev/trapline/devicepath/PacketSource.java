package dev.trapline.devicepath;

/**
 * Sends datagrams to a guest at instants that nothing but itself decides. They are known beforehand, and so it is asked for what
 * it has sent when that matters: before anything else takes the wire, arrives by it, or is counted.
 */
public interface PacketSource {
    /** When it sends its next datagram. */
    long due();

    /** The data of each of its datagrams. */
    long bytes();

    /** Sends it, which {@link GuestPorts#datagram} makes. */
    Transfer next();
}
