package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;
import dev.trapline.hardware.Disk;
import dev.trapline.work.Place;
import dev.trapline.work.Slots;
import dev.trapline.work.Trail;
import java.util.List;

/**
 * A guest's ways to the network and to its disk. Routes are attached once they are built; until then devices are there to
 * build them with.
 */
public final class GuestPorts {
    private final Simulation simulation;
    private final NetworkInterface nic;
    private final Disk disk;
    private final NetworkInterface.Direction outwards;
    private final NetworkInterface.Direction inwards;
    private final DevicePort diskPort;
    private final Hop arrivalDelay;
    private Route transmit;
    private Route transmitted;
    private Route receive;
    private Route request;
    private Route completion;
    private final NetworkInterface.Direction fromPeers;
    private Object host;
    private Route between = Route.EMPTY;
    private Route fromWire;
    private Route localTransmit;
    private Route localCompletion;
    private Route localReceive;

    public GuestPorts(String guest, NetworkInterface nic, Disk disk, Simulation simulation, Slots slots) {
        this.simulation = simulation;
        this.nic = nic;
        this.disk = disk;
        outwards = nic.outwards(guest, this::leftTheMachine);
        inwards = nic.inwards(guest, packet -> packet.travel(receive, null));
        fromPeers = nic.inwards(guest + " from peers", packet -> packet.travel(fromWire, null));
        arrivalDelay = inwards.delay();
        diskPort = new DiskPort(slots);
    }

    /** Attaches the routes of the network path; an empty {@code transmitted} says that nothing happens once a packet left. */
    public void network(Route transmitRoute, Route transmittedRoute, Route receiveRoute) {
        transmit = transmitRoute;
        transmitted = transmittedRoute;
        receive = receiveRoute.after(arrivalDelay);
        fromWire = receiveRoute;
    }

    /**
     * Where the guest stands in the network.
     *
     * @param machine its host: guests of one host have the same
     * @param networkPicos what a packet to another host takes besides the wires and what their interfaces say
     */
    public void besides(Object machine, long networkPicos) {
        host = machine;
        between = networkPicos == 0 ? Route.EMPTY : new Route(List.of(outwards.delay(networkPicos)));
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
    }

    /** The largest piece of a TCP stream in one packet. */
    public int segmentBytes() {
        return nic.model().segmentBytes();
    }

    /** The guest sends a packet; {@code arrived} is told when it is at the far end. */
    public void send(Carrier by, long bytes, Trail trail, Transfer.End arrived) {
        Transfer.packet(bytes, trail, arrived).travel(transmit, by);
    }

    /** The guest sends a packet that is not the last of a request's: the sending is that request's progress, no more. */
    public void sendAhead(Carrier by, long bytes, Trail request, Transfer.End arrived) {
        Transfer.packet(bytes, null, arrived).inServiceOf(request).travel(transmit, by);
    }

    /**
     * The guest sends a packet to another guest of the same simulation; {@code delivered} is told by that guest's activity
     * which receives it.
     *
     * @param trail whose progress the packet is, or null
     * @param request whose progress its sending is where the packet itself is nobody's, or null
     */
    public void sendTo(GuestPorts peer, Carrier by, long bytes, Trail trail, Trail request, Transfer.End delivered) {
        if (host == peer.host && localTransmit != null && peer.localReceive != null) {
            Transfer.packet(bytes, trail, (sent, last) -> switched(peer, sent, last, delivered))
                    .inServiceOf(request)
                    .travel(localTransmit, by);
        } else {
            Route way = host == peer.host ? Route.EMPTY : between;
            Transfer.packet(bytes, trail, (sent, none) -> Transfer.packet(bytes, sent.trail(), (there, nobody) -> peer.takes(there, delivered))
                            .travel(way, null))
                    .inServiceOf(request)
                    .travel(transmit, by);
        }
    }

    private void switched(GuestPorts peer, Transfer sent, Carrier by, Transfer.End delivered) {
        if (localCompletion.size() > 0) {
            Transfer.packet(sent.bytes(), null, (done, last) -> {}).travel(localCompletion, by);
        }
        Transfer.packet(sent.bytes(), sent.trail(), delivered).travel(peer.localReceive, by);
    }

    /** A packet of another guest is before the wire of this one's interface. */
    private void takes(Transfer packet, Transfer.End delivered) {
        Transfer taken = Transfer.packet(packet.bytes(), packet.trail(), delivered);
        taken.handTo(fromPeers);
        fromPeers.accept(taken);
    }

    /** The far end sends a packet; {@code delivered} is told by the guest's activity that receives it. */
    public void receive(long bytes, Trail trail, Transfer.End delivered) {
        Transfer packet = Transfer.packet(bytes, trail, delivered);
        packet.handTo(inwards);
        inwards.accept(packet);
    }

    /** The guest sends an operation to its disk; its end is told by the guest's activity that completes it. */
    public void submit(Carrier by, Transfer operation) {
        operation.travel(request, by);
    }

    DevicePort device(String kind) {
        return kind.equals("nic") ? outwards : diskPort;
    }

    private void leftTheMachine(Transfer packet) {
        if (transmitted.size() > 0) {
            Transfer.packet(packet.bytes(), null, (done, by) -> {}).travel(transmitted, null);
        }
        outwards.delay().enter(packet, null);
    }

    private final class DiskPort implements DevicePort {
        private final int queueSlot;
        private final int serviceSlot;

        DiskPort(Slots slots) {
            queueSlot = slots.waiting(Place.DEVICE, "disk queue");
            serviceSlot = slots.service(Place.DEVICE, "disk");
        }

        @Override
        public void accept(Transfer operation) {
            if (operation.landing() == null) {
                disk.submit(operation);
            } else {
                operation.landing().prepare(operation, disk);
            }
        }

        @Override
        public void begun(Transfer operation) {
            account(operation, queueSlot);
        }

        @Override
        public void ended(Transfer operation) {
            account(operation, serviceSlot);
            operation.travel(completion, null);
        }

        private void account(Transfer operation, int slot) {
            if (operation.trail() != null) {
                operation.trail().until(simulation.now(), slot);
            }
        }
    }
}
