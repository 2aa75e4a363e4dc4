package dev.trapline.devicepath;

import dev.trapline.hardware.BlockDevice;
import dev.trapline.hardware.StorageTime;
import dev.trapline.hardware.Wire;
import dev.trapline.work.Trail;

/** One packet or one disk operation on its way along a route. */
public final class Transfer implements BlockDevice.Job, Wire.Frame {
    /** Is told when a transfer has come to the end of a route, by the activity that brought it there or null. */
    @FunctionalInterface
    public interface End {
        void reached(Transfer transfer, Carrier by);
    }

    private long bytes;
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
    private Route route;
    private int hop;
    private DevicePort device;
    private Outstanding held;

    /** A packet with so much of a stream. */
    public static Transfer packet(long bytes, Trail trail, End end) {
        Transfer packet = new Transfer();
        packet.bytes = bytes;
        packet.trail = trail;
        packet.end = end;
        return packet;
    }

    /** A disk operation; {@code position} and {@code angle} are where it begins on the disk and in its revolution, 0 to 1. */
    public static Transfer diskOperation(
            long bytes, boolean write, boolean sequential, double position, double angle, Object source, Trail trail, End end) {
        Transfer operation = packet(bytes, trail, end);
        operation.write = write;
        operation.sequential = sequential;
        operation.position = position;
        operation.angle = angle;
        operation.source = source;
        return operation;
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
        route = along;
        hop = 0;
        enterHop(by);
    }

    /** Goes on to the next hop, or has reached its end. */
    void goOn(Carrier by) {
        hop++;
        enterHop(by);
    }

    private void enterHop(Carrier by) {
        if (hop < route.size()) {
            route.hop(hop).enter(this, by);
        } else {
            Outstanding released = held;
            held = null;
            end.reached(this, by);
            if (released != null) {
                released.release(by);
            }
        }
    }

    Hop currentHop() {
        return route.hop(hop);
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
    public long wirePicos() {
        return device.wirePicos(bytes);
    }

    @Override
    public void begun() {
        device.begun(this);
    }

    @Override
    public void spent(StorageTime how, long until) {
        device.spent(this, how, until);
    }

    @Override
    public void ended() {
        device.ended(this);
    }

    @Override
    public void sent(long wirePicos) {
        device.ended(this);
    }
}
