package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.hardware.StorageTime;
import dev.trapline.hardware.NicModel;
import dev.trapline.work.Onlooker;
import dev.trapline.work.Place;
import dev.trapline.work.Slots;
import dev.trapline.work.Trail;
import java.util.List;

/**
 * A guest's ways to the network and to its disk. Routes are attached once they are built; until then devices are there to
 * build them with.
 */
public final class GuestPorts {
    private static final Transfer.End NOBODY = (done, by) -> {};

    private final Transfers packets;
    private final Transfer.End switched = this::switched;
    private final Transfer.End forwarded = this::forward;
    private final Transfer.End taken = this::takes;
    private final String guest;
    private final Simulation simulation;
    private final NetworkInterface nic;
    private final BlockDevice disk;
    private final NetworkInterface.Direction outwards;
    private final NetworkInterface.Direction inwards;
    private final DevicePort diskPort;
    private final DelayHop outwardsDelay;
    private long segmentsUpTo;
    private long appended;
    private final Route[] transmit;
    private final Route[] transmitted;
    private final Route[] receive;
    private Route request;
    private Route completion;
    private Route answered;
    private Carrier answering;
    private final NetworkInterface.Direction fromPeers;
    private Object host;
    private Route between = Route.EMPTY;
    private Route localTransmit;
    private Route localCompletion;
    private Route localReceive;
    private Onlooker onlooker;
    private String diskName;

    /** @param packets those of its host that can be used again */
    public GuestPorts(
            String guest, NetworkInterface nic, BlockDevice disk, Transfers packets, Simulation simulation, Slots slots) {
        this.guest = guest;
        this.packets = packets;
        this.simulation = simulation;
        this.nic = nic;
        this.disk = disk;
        outwards = nic.outwards(guest, this::leftTheMachine);
        inwards = nic.inwards(guest, this::reachedTheMachine);
        transmit = new Route[queues()];
        transmitted = new Route[queues()];
        receive = new Route[queues()];
        fromPeers = nic.fromPeers(guest, this::reachedTheMachine);
        outwardsDelay = nic.delay(guest);
        diskPort = new DiskPort(slots);
    }

    /** Somebody looks on from now on what happens at the disk, which is called so. */
    public void watchedBy(Onlooker watching, String disk) {
        onlooker = watching;
        diskName = disk;
    }

    /** In how many queues the interface puts packets, by their flows. */
    public int queues() {
        return nic.model().queues();
    }

    private int queue(Transfer packet) {
        return packet.flow() == null ? 0 : packet.flow().queue(queues());
    }

    /**
     * Attaches the routes of the network path for one queue of the interface; an empty {@code transmitted} says that nothing happens
     * once a packet left.
     */
    public void network(int queue, Route transmitRoute, Route transmittedRoute, Route receiveRoute) {
        transmit[queue] = transmitRoute;
        transmitted[queue] = transmittedRoute;
        receive[queue] = receiveRoute;
        if (queues() == 1 && receiveRoute.size() > 0 && receiveRoute.hops()[0] instanceof WorkHop handled) {
            handled.announces(inwards);
        }
    }

    /**
     * Where the guest stands in the network.
     *
     * @param machine its host: guests of one host have the same
     * @param networkPicos what a packet to another host takes besides the wires and what their interfaces say
     */
    public void besides(Object machine, long networkPicos) {
        host = machine;
        between = networkPicos == 0 ? Route.EMPTY : new Route(List.of(nic.delay(guest, networkPicos)));
    }

    /** Attaches the routes to and from guests of the same host; without them such packets leave and come back over the wire. */
    public void local(Route transmitRoute, Route transmittedRoute, Route receiveRoute) {
        localTransmit = transmitRoute;
        localCompletion = transmittedRoute;
        localReceive = receiveRoute;
    }

    public void disk(Route requestRoute, Route completionRoute) {
        request = requestRoute;
        completion = completionRoute;
        answered = completionRoute.fromJoint();
    }

    /** The largest piece of a TCP stream in one packet. */
    public int segmentBytes() {
        return nic.model().segmentBytes();
    }

    /** The most of a TCP stream that the guest's stack hands down at a time. */
    public long largestSegmentBytes() {
        return Math.max(segmentBytes(), segmentsUpTo);
    }

    /** As many full packets as these bytes hold, in bytes; at least one packet. */
    public long fullPackets(long bytes) {
        return Math.max(1, bytes / segmentBytes()) * segmentBytes();
    }

    /** The way out takes segments of so many bytes, which become packets later. */
    void takesSegmentsOf(long bytes) {
        segmentsUpTo = bytes;
    }

    NicModel nic() {
        return nic.model();
    }

    /** The guest sends so much of a TCP stream; {@code arrived} is told when it, or a part of it, is at the far end. */
    public void send(Carrier by, long bytes, Trail trail, Flow flow, Transfer.End arrived) {
        send(by, packets.packet(bytes, trail, arrived).in(nic.model().packets(bytes)).of(flow));
    }

    /** The guest acknowledges; {@code arrived} finds what it says in the packet. */
    public void sendAcknowledgement(Carrier by, long says, Flow flow, Transfer.End arrived) {
        send(by, packets.packet(0, null, arrived).of(flow).noting(says));
    }

    private void send(Carrier by, Transfer segment) {
        segment.travel(transmit[queue(segment)], by);
    }

    /** The guest sends what is not the last of a request's: the sending is that request's progress, no more. */
    public void sendAhead(Carrier by, long bytes, Trail request, Flow flow, Transfer.End arrived) {
        send(by, packets.packet(bytes, null, arrived).in(nic.model().packets(bytes)).of(flow).inServiceOf(request));
    }

    /**
     * The guest sends so much of a TCP stream to another guest of the same simulation; {@code delivered} is told by that guest's
     * activity which receives it, once for each packet or several that were put together.
     *
     * @param trail whose progress the last packet is, or null
     * @param request whose progress the sending is, or null
     */
    public void sendTo(
            GuestPorts peer, Carrier by, long bytes, Trail trail, Trail request, Flow flow, Transfer.End delivered) {
        boolean local = host == peer.host && localTransmit != null && peer.localReceive != null;
        Transfer segment = packets.packet(bytes, trail, local ? switched : forwarded)
                .in(nic.model().packets(bytes))
                .of(flow)
                .inServiceOf(request)
                .onwards(peer, delivered);
        segment.travel(local ? localTransmit : transmit[queue(segment)], by);
    }

    private void switched(Transfer part, Carrier by) {
        if (localCompletion.size() > 0) {
            part.alike(NOBODY).travel(localCompletion, by);
        }
        packets.packet(part.bytes(), part.trail(), part.delivered())
                .in(part.packets())
                .of(part.flow())
                .travel(part.peer().localReceive, by);
    }

    /** The network passes on what has left the machine, packet by packet. */
    private void forward(Transfer part, Carrier nobody) {
        GuestPorts peer = part.peer();
        Route way = host == peer.host ? Route.EMPTY : between;
        long full = segmentBytes();
        for (int i = part.packets(); i >= 1; i--) {
            boolean last = i == 1;
            long bytes = last ? part.bytes() - full * (part.packets() - 1) : full;
            packets.packet(bytes, last ? part.trail() : null, peer.taken)
                    .of(part.flow())
                    .onwards(peer, part.delivered())
                    .travel(way, null);
        }
    }

    /** A packet of another guest is before the wire of this one's interface. */
    private void takes(Transfer packet, Carrier nobody) {
        Transfer own = packets.packet(packet.bytes(), packet.trail(), packet.delivered()).of(packet.flow());
        own.handTo(fromPeers);
        fromPeers.accept(own);
    }

    /**
     * The far end sends a TCP packet, which may be put together with others of its flow; {@code delivered} is told by the guest's
     * activity that receives it.
     */
    public void receive(long bytes, Trail trail, Flow flow, Transfer.End delivered) {
        receive(packets.packet(bytes, trail, delivered).of(flow));
    }

    /** The far end acknowledges; {@code delivered} finds what it says in the packet. */
    public void receiveAcknowledgement(long says, Flow flow, Transfer.End delivered) {
        receive(packets.packet(0, null, delivered).of(flow).noting(says));
    }

    /** Throws {@link IllegalArgumentException} if a datagram of so many bytes does not fit into a frame. */
    public void checkDatagram(long bytes) {
        int most = nic.model().mtu() - NicModel.UDP_HEADER_BYTES;
        if (bytes > most) {
            throw new IllegalArgumentException("a datagram of " + bytes + " bytes does not fit into a frame with an MTU of "
                    + nic.model().mtu() + ", " + most + " do");
        }
    }

    /** The far end sends datagrams by a clock of its own. */
    public void receiveFrom(PacketSource source) {
        inwards.fedBy(source);
    }

    /** A datagram for the guest, which any full ring loses. */
    public Transfer datagram(long bytes, Transfer.End delivered, Transfer.Loss lost) {
        return packets.packet(bytes, null, delivered).asDatagram().losable(lost);
    }

    /** Whatever was sent to the guest until now has been counted. */
    public void catchUp() {
        nic.catchUp();
    }

    /** The far end sends a question in one datagram, on which somebody waits: it waits for a place where it finds none. */
    public void receiveQuestion(long bytes, Trail trail, Flow flow, Transfer.End delivered) {
        receive(packets.packet(bytes, trail, delivered).asDatagram().of(flow));
    }

    /** The guest sends an answer in one datagram. */
    public void sendAnswer(Carrier by, long bytes, Trail trail, Flow flow, Transfer.End arrived) {
        send(by, packets.packet(bytes, trail, arrived).asDatagram().of(flow));
    }

    private void receive(Transfer packet) {
        packet.handTo(inwards);
        inwards.accept(packet);
    }

    /**
     * An operation of the guest's disk, which may not be kept beyond its end.
     *
     * @param position where on the disk it begins, 0 to 1
     * @param angle where in a revolution, 0 to 1
     * @param source what it may be the continuation of
     */
    public Transfer diskOperation(
            long bytes, boolean write, boolean sequential, double position, double angle, Object source, Trail trail, Transfer.End end) {
        return packets.packet(bytes, trail, end).asDiskOperation(write, sequential, position, angle, source);
    }

    /** The guest sends an operation to its disk; its end is told by the guest's activity that completes it. */
    public void submit(Carrier by, Transfer operation) {
        operation.travel(request, by);
    }

    /** Whether an operation ends without the machine's disk being asked; one that has pages to bring or take is not looked at. */
    boolean answers(Transfer operation) {
        return operation.landing() == null
                && disk.answers(operation.isWrite(), disk.address(operation), operation.bytes());
    }

    /** The host's cache ends it, and whoever brought it takes it on from there. */
    void answer(Transfer operation, Carrier by) {
        operation.handTo(diskPort);
        operation.handedOn();
        enters(operation);
        answering = by;
        disk.submit(operation);
        if (answering != null) {
            throw new IllegalStateException("a host's cache did not answer at once");
        }
    }

    private void enters(Transfer operation) {
        if (onlooker != null) {
            onlooker.enters(
                    diskName, guest + (operation.isWrite() ? " write" : " read"), operation, operation.trail(), simulation.now());
        }
    }

    /** Lets an operation begin so many bytes behind the start of a file, which lies at 0 to 1 of the disk. */
    public void place(Transfer operation, double start, long offset) {
        long room = Math.max(1, disk.capacityBytes() - operation.bytes());
        long address = ((long) (start * disk.capacityBytes()) / BlockDevice.SECTOR_BYTES * BlockDevice.SECTOR_BYTES + offset) % room;
        operation.at((double) address / disk.capacityBytes(), disk.angle(address)).from(address);
    }

    /** Lets an operation follow the last one of the guest that did, in a file that lies at 0 to 1 of the disk. */
    public void append(Transfer operation, double start) {
        place(operation, start, appended);
        appended += operation.bytes();
    }

    DevicePort device(String kind) {
        return kind.equals("nic") ? outwards : diskPort;
    }

    private void reachedTheMachine(Transfer packet) {
        if (nic.ring().admits(packet)) {
            packet.travel(receive[queue(packet)], null);
        } else {
            packet.lose();
        }
    }

    private void leftTheMachine(Transfer packet) {
        Route after = transmitted[queue(packet)];
        if (after.size() > 0) {
            packet.alike(NOBODY).travel(after, null);
        }
        outwardsDelay.enter(packet, null);
    }

    private final class DiskPort implements DevicePort {
        private final int[] slots = new int[StorageTime.values().length];

        DiskPort(Slots all) {
            for (StorageTime how : StorageTime.values()) {
                slots[how.ordinal()] = how.isWaiting()
                        ? all.waiting(Place.DEVICE, how.mechanism())
                        : all.service(Place.DEVICE, how.mechanism());
            }
        }

        @Override
        public void accept(Transfer operation) {
            enters(operation);
            if (operation.landing() == null) {
                disk.submit(operation);
            } else {
                operation.landing().prepare(operation, disk);
            }
        }

        @Override
        public void spent(Transfer operation, StorageTime how, long until) {
            if (operation.trail() != null) {
                operation.trail().until(until, slots[how.ordinal()]);
            }
            if (onlooker != null) {
                onlooker.spent(operation, how.mechanism(), until);
            }
        }

        @Override
        public void ended(Transfer operation) {
            if (operation.trail() != null && operation.trail().since() != simulation.now()) {
                throw new IllegalStateException("a storage device ended an operation at " + simulation.now()
                        + " ps and said how it spent its time until " + operation.trail().since() + " ps");
            }
            if (onlooker != null) {
                onlooker.leaves(operation, simulation.now());
            }
            Carrier by = answering;
            answering = null;
            operation.travel(by == null ? completion : answered, by);
        }
    }
}
