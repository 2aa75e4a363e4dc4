package dev.trapline.devicepath;

import dev.trapline.hardware.BlockDevice;
import dev.trapline.hardware.NicModel;
import dev.trapline.hardware.StorageTime;
import dev.trapline.work.Trail;

/**
 * One packet, one segment of several packets, or one disk operation on its way along a route. A segment may be cut on its way,
 * and packets of one flow may be put together: bytes and packets stay the same in all.
 */
public final class Transfer implements BlockDevice.Job {
    /**
     * Is told when a transfer has come to the end of a route, by the activity that brought it there or null: once for each
     * part of one that was cut, the last of which has its trail, and once for several of a flow that were put together. The
     * transfer may not be kept: it may be used again as soon as this returns.
     */
    @FunctionalInterface
    public interface End {
        void reached(Transfer transfer, Carrier by);
    }

    /** Is told that a packet found no place; it may not be kept. */
    @FunctionalInterface
    public interface Loss {
        void lost(Transfer transfer);
    }

    private final Transfers home;
    private long bytes;
    private int packets;
    private boolean datagram;
    private Flow flow;
    private Loss loss;
    private ReceiveRing ring;
    private boolean write;
    private boolean sequential;
    private double position;
    private double angle;
    private Object source;
    private long begins;
    private long ends;
    private Landing landing;
    private Trail trail;
    private Trail served;
    private End end;
    private GuestPorts peer;
    private End delivered;
    private Hop[] way;
    private int hop;
    private DevicePort device;
    private long due;
    private long wirePicos;
    private long leftWire;
    private Outstanding held;
    private long note;
    /** What stands behind it where it waits, or among those to be used again: of {@link TransferLine} and {@link Transfers} alone. */
    Transfer behind;

    /** @param home where it goes when it has ended, to be used again; null: nowhere */
    Transfer(Transfers home) {
        this.home = home;
    }

    /** A packet with so much of a stream. */
    public static Transfer packet(long bytes, Trail trail, End end) {
        return new Transfer(null).carry(bytes, trail, end);
    }

    /** Begins as a packet with so much of a stream, whatever it was before. */
    Transfer carry(long newBytes, Trail itsTrail, End itsEnd) {
        bytes = newBytes;
        packets = 1;
        datagram = false;
        flow = null;
        loss = null;
        ring = null;
        trail = itsTrail;
        served = null;
        held = null;
        note = 0;
        peer = null;
        delivered = null;
        write = false;
        sequential = false;
        position = 0;
        angle = 0;
        source = null;
        begins = 0;
        ends = 0;
        landing = null;
        end = itsEnd;
        return this;
    }

    /** A packet, or several, of the same flow and bytes that is nobody's progress. */
    Transfer alike(End itsEnd) {
        return another(bytes, itsEnd).in(packets);
    }

    private Transfer another(long itsBytes, End itsEnd) {
        return (home == null ? packet(itsBytes, null, itsEnd) : home.packet(itsBytes, null, itsEnd)).of(flow);
    }

    /** It has ended, was lost, or is part of another: nobody may know it any more. */
    private void over() {
        if (home != null) {
            if (end == null) {
                throw new IllegalStateException("a packet of " + bytes + " bytes ends twice");
            }
            end = null;
            home.takeBack(this);
        }
    }

    /** Is a disk operation; {@code itsPosition} and {@code itsAngle} are where it begins on the disk and in its revolution, 0 to 1. */
    Transfer asDiskOperation(boolean writes, boolean goesOn, double itsPosition, double itsAngle, Object itsSource) {
        write = writes;
        sequential = goesOn;
        position = itsPosition;
        angle = itsAngle;
        source = itsSource;
        return this;
    }

    /** Takes a number along that its sender gave it for its end. */
    Transfer noting(long number) {
        note = number;
        return this;
    }

    public long note() {
        return note;
    }

    /** Takes so many packets. */
    Transfer in(int count) {
        packets = count;
        return this;
    }

    /** Is a UDP datagram: one packet, neither cut nor put together with others. */
    Transfer asDatagram() {
        datagram = true;
        return this;
    }

    boolean isDatagram() {
        return datagram;
    }

    /** Goes on in order with what else belongs to this flow, with which it may be put together. */
    Transfer of(Flow itsFlow) {
        flow = itsFlow;
        return this;
    }

    /** Goes on from its end to another guest, which tells {@code told} when it is there. */
    Transfer onwards(GuestPorts another, End told) {
        peer = another;
        delivered = told;
        return this;
    }

    GuestPorts peer() {
        return peer;
    }

    End delivered() {
        return delivered;
    }

    /** May be lost, of which this is told. */
    Transfer losable(Loss told) {
        loss = told;
        return this;
    }

    /** The frames that it takes on the wire. */
    public int packets() {
        return packets;
    }

    Flow flow() {
        return flow;
    }

    boolean mayBeLost() {
        return loss != null;
    }

    /** It found no place and ends here; a place that it has in the ring of an interface is free. */
    void lose() {
        taken();
        loss.lost(this);
        over();
    }

    /** It has a place in the ring of an interface until its driver takes it. */
    void waitsIn(ReceiveRing itsRing) {
        ring = itsRing;
    }

    /** A delay that it is in ends at this instant. */
    void due(long instant) {
        due = instant;
    }

    long due() {
        return due;
    }

    /** It occupies a wire for so long, until this instant. */
    void onWire(long picos, long left) {
        wirePicos = picos;
        leftWire = left;
    }

    /** When its first bit leaves. */
    long beganOnWire() {
        return leftWire - wirePicos;
    }

    /** When its last bit has left. */
    long leftWire() {
        return leftWire;
    }

    int headerBytes() {
        return datagram ? NicModel.UDP_HEADER_BYTES : NicModel.TCP_HEADER_BYTES;
    }

    /** Its driver took it. */
    void taken() {
        if (ring != null) {
            ring.release();
            ring = null;
        }
    }

    /** Cuts so many bytes in one packet off its beginning, to travel ahead of it. */
    Transfer cutOff(long bytesOfOne) {
        Transfer ahead = another(bytesOfOne, end).inServiceOf(progress()).onwards(peer, delivered);
        ahead.way = way;
        ahead.hop = hop;
        bytes -= bytesOfOne;
        packets--;
        return ahead;
    }

    /** Takes one of its flow that came before it along. */
    void absorb(Transfer before) {
        bytes += before.bytes;
        packets += before.packets;
        before.over();
    }

    /** It begins there on the disk and in its revolution, 0 to 1. */
    Transfer at(double newPosition, double newAngle) {
        position = newPosition;
        angle = newAngle;
        return this;
    }

    /** It begins at this address of its source, and goes on only with what ended there. */
    public Transfer from(long address) {
        begins = address;
        ends = address + bytes;
        return this;
    }

    /** The memory that the disk reads or fills. */
    public Transfer into(Landing memory) {
        landing = memory;
        return this;
    }

    Landing landing() {
        return landing;
    }

    /** Sets out on a route; {@code by} is the activity that sends it, or null if a device does. */
    public void travel(Route along, Carrier by) {
        way = along.hops();
        hop = 0;
        enterHop(by);
    }

    /** Goes on to the next hop, or has reached its end. */
    void goOn(Carrier by) {
        hop++;
        enterHop(by);
    }

    private void enterHop(Carrier by) {
        if (hop < way.length) {
            way[hop].enter(this, by);
        } else {
            Outstanding released = held;
            held = null;
            end.reached(this, by);
            if (released != null) {
                released.release(by);
            }
            over();
        }
    }

    Hop currentHop() {
        return way[hop];
    }

    public Trail trail() {
        return trail;
    }

    /** Until it is handed on, its sender's work for it is progress of this request, which goes on with a later transfer. */
    Transfer inServiceOf(Trail request) {
        served = request;
        return this;
    }

    /** Whose progress working on it is, or null. */
    Trail progress() {
        return trail != null ? trail : served;
    }

    void handedOn() {
        served = null;
    }

    /** From here on it is nobody's progress. */
    public void leaveTrail() {
        trail = null;
    }

    /** It counts among the operations under way of a device until it ends. */
    void holds(Outstanding place) {
        held = place;
    }

    void handTo(DevicePort port) {
        device = port;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public boolean isWrite() {
        return write;
    }

    @Override
    public double position() {
        return position;
    }

    @Override
    public boolean isSequential() {
        return sequential;
    }

    @Override
    public Object source() {
        return source;
    }

    @Override
    public long begins() {
        return begins;
    }

    @Override
    public long ends() {
        return ends;
    }

    @Override
    public double angle() {
        return angle;
    }

    @Override
    public void spent(StorageTime how, long until) {
        device.spent(this, how, until);
    }

    @Override
    public void ended() {
        device.ended(this);
    }
}
