package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;
import dev.trapline.hardware.NicModel;
import dev.trapline.hardware.Wire;
import dev.trapline.work.Onlooker;
import dev.trapline.work.Place;
import dev.trapline.work.Slots;

/** A network interface of the machine with its wire to the outside, shared by the guests that are bridged to it. */
public final class NetworkInterface {
    private final NicModel model;
    private final Wire out;
    private final Wire in;
    private final ReceiveRing ring;
    private final Simulation simulation;
    private final int queueSlot;
    private final int wireSlot;
    private final int delaySlot;
    private final String name;
    private Onlooker onlooker;

    public NetworkInterface(String name, NicModel model, Simulation simulation, Slots slots) {
        this.name = name;
        this.model = model;
        this.simulation = simulation;
        ring = new ReceiveRing(model.ring());
        out = new Wire(name + " out", simulation);
        in = model.halfDuplex() ? out : new Wire(name + " in", simulation);
        queueSlot = slots.waiting(Place.DEVICE, "wire queue");
        wireSlot = slots.service(Place.DEVICE, "wire");
        delaySlot = slots.service(Place.OUTSIDE, "network delay");
    }

    /** Somebody looks on from now on. */
    public void watchedBy(Onlooker watching) {
        onlooker = watching;
    }

    public NicModel model() {
        return model;
    }

    /** Where received packets wait for the driver. */
    public ReceiveRing ring() {
        return ring;
    }

    /** The time that each direction was busy until now; the same twice where they share the wire. */
    public long busyPicosOut(long now) {
        return out.busyPicos(now);
    }

    public long busyPicosIn(long now) {
        return in.busyPicos(now);
    }

    /** A direction of the wire for one guest: what happens to its packets at the far end. */
    final class Direction implements DevicePort {
        private final Wire wire;
        private final java.util.function.Consumer<Transfer> sent;
        private final DelayHop delay;
        private final String name;

        private Direction(String name, Wire wire, java.util.function.Consumer<Transfer> sent) {
            this.name = name;
            this.wire = wire;
            this.sent = sent;
            delay = new DelayHop(name + " delay", simulation, Math.max(1, model.delayPicos()), delaySlot);
        }

        @Override
        public void accept(Transfer packet) {
            if (onlooker != null) {
                onlooker.enters(NetworkInterface.this.name + (wire == in ? " in" : " out"), name, packet, packet.trail());
            }
            wire.send(packet);
        }

        @Override
        public long wirePicos(long bytes, int headerBytes, int packets) {
            return model.wirePicos(bytes, headerBytes, packets);
        }

        @Override
        public void begun(Transfer packet) {
            if (packet.trail() != null) {
                packet.trail().until(simulation.now(), queueSlot);
            }
            if (onlooker != null) {
                onlooker.spent(packet, "wire queue", simulation.now());
            }
        }

        @Override
        public void ended(Transfer packet) {
            if (packet.trail() != null) {
                packet.trail().until(simulation.now(), wireSlot);
            }
            if (onlooker != null) {
                onlooker.spent(packet, "wire", simulation.now());
                onlooker.leaves(packet);
            }
            sent.accept(packet);
        }

        DelayHop delay() {
            return delay;
        }

        /** Another delay on its way, of so long. */
        DelayHop delay(long picos) {
            return new DelayHop(name + " network", simulation, picos, delaySlot);
        }
    }

    Direction outwards(String guest, java.util.function.Consumer<Transfer> sent) {
        return new Direction(guest + " outwards", out, sent);
    }

    Direction inwards(String guest, java.util.function.Consumer<Transfer> sent) {
        return new Direction(guest + " inwards", in, sent);
    }
}
