package dev.trapline.devicepath;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.hardware.InterruptLine;
import dev.trapline.hardware.NicModel;
import dev.trapline.hardware.Wire;
import dev.trapline.work.Onlooker;
import dev.trapline.work.Place;
import dev.trapline.work.Slots;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A network interface of the machine with its wire to the outside, shared by the guests that are bridged to it. */
public final class NetworkInterface {
    private final NicModel model;
    private final Side out;
    private final Side in;
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
        in = new Side(name + " in");
        out = model.halfDuplex() ? in : new Side(name + " out");
        queueSlot = slots.waiting(Place.DEVICE, "wire queue");
        wireSlot = slots.service(Place.DEVICE, "wire");
        delaySlot = slots.service(Place.OUTSIDE, "network delay");
    }

    /** Somebody looks on from now on. */
    public void watchedBy(Onlooker watching) {
        onlooker = watching;
        ring.feed().seesEach();
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
        out.catchUp(simulation.now());
        return out.wire.busyPicos(now);
    }

    public long busyPicosIn(long now) {
        in.catchUp(simulation.now());
        return in.wire.busyPicos(now);
    }

    /** Takes what was sent until now, and tells an onlooker of what has left. */
    public void catchUp() {
        out.catchUp(simulation.now());
        in.catchUp(simulation.now());
        ring.feed().catchUp();
    }

    Direction outwards(String guest, java.util.function.Consumer<Transfer> sent) {
        return new Direction(guest + " outwards", out, 0, sent);
    }

    /** What comes from outside, from whatever distance. */
    Direction inwards(String guest, java.util.function.Consumer<Transfer> arrived) {
        return new Direction(guest + " inwards", in, delayPicos(), arrived);
    }

    /** What comes from other guests, which says itself how far that is. */
    Direction fromPeers(String guest, java.util.function.Consumer<Transfer> arrived) {
        return new Direction(guest + " from peers", in, 0, arrived);
    }

    /** Another delay on the way of a guest's packets, of so long. */
    DelayHop delay(String guest, long picos) {
        return new DelayHop(guest + " network", simulation, picos, delaySlot);
    }

    /** The delay to the far end. */
    DelayHop delay(String guest) {
        return new DelayHop(guest + " outwards delay", simulation, delayPicos(), delaySlot);
    }

    private long delayPicos() {
        return Math.max(1, model.delayPicos());
    }

    /** A wire, and who sends on it by a clock of his own. */
    private final class Side {
        private final String name;
        private final Wire wire = new Wire();
        /** The directions that have a source, the one that sends next first; of equal instants that which sent longest ago. */
        private final PriorityQueue<Direction> fed = new PriorityQueue<>(
                Comparator.<Direction>comparingLong(direction -> direction.sourceDue).thenComparingLong(direction -> direction.turn));
        private long turns;
        /** What an onlooker has not been told the end of. */
        private final ArrayDeque<Transfer> watched = new ArrayDeque<>();

        Side(String name) {
            this.name = name;
        }

        /** Whatever was sent until now is on the wire. */
        void catchUp(long now) {
            for (Direction next = fed.peek(); next != null && next.sourceDue <= now; next = fed.peek()) {
                fed.remove();
                next.takeFromSource();
                fed.add(next);
            }
            tellOfThoseLeft(now);
        }

        private void tellOfThoseLeft(long now) {
            while (!watched.isEmpty() && watched.peekFirst().leftWire() <= now) {
                Transfer packet = watched.removeFirst();
                onlooker.spent(packet, "wire queue", packet.beganOnWire());
                onlooker.spent(packet, "wire", packet.leftWire());
                onlooker.leaves(packet, packet.leftWire());
            }
        }
    }

    /** A direction of the wire for one guest: what happens to its packets at the far end. */
    final class Direction implements DevicePort {
        private final String name;
        private final Side side;
        private final long beyondPicos;
        private final java.util.function.Consumer<Transfer> arrived;
        private final Timer arrival;
        private final TransferLine underWay = new TransferLine();
        private PacketSource source;
        private long sourceDue;
        private long sourceWirePicos;
        private long turn;
        private boolean arriving;
        /** Null where each arrival is an event. */
        private UnheardArrivals unheard;

        /** @param beyondPicos how long packets take from the end of the wire to where they arrive */
        private Direction(String name, Side side, long beyondPicos, java.util.function.Consumer<Transfer> arrived) {
            this.name = name;
            this.side = side;
            this.beyondPicos = beyondPicos;
            this.arrived = arrived;
            arrival = simulation.newTimer(name + " arrival", Phase.COMPLETE, this::arrive);
        }

        /** From now on it also carries what a source sends. */
        void fedBy(PacketSource itsSource) {
            if (source != null) {
                throw new IllegalStateException(name + " has a source already");
            }
            source = itsSource;
            sourceDue = source.due();
            turn = side.turns++;
            sourceWirePicos = model.wirePicos(source.bytes(), NicModel.UDP_HEADER_BYTES);
            side.fed.add(this);
            side.catchUp(simulation.now());
            arm();
        }

        /** This line announces what arrives to this handler. */
        void announcedBy(InterruptLine line, Consumer handler) {
            unheard = new UnheardArrivals(simulation, line, this::arriveUnheard);
            handler.feed().by(unheard);
            ring.feed().by(unheard);
        }

        @Override
        public void accept(Transfer packet) {
            if (unheard != null && packet.trail() != null) {
                unheard.neverAgain();
            }
            side.catchUp(simulation.now());
            put(packet, simulation.now(), model.wirePicos(packet.bytes(), packet.headerBytes(), packet.packets()));
        }

        private void takeFromSource() {
            long sent = sourceDue;
            Transfer packet = source.next();
            sourceDue = source.due();
            turn = side.turns++;
            put(packet, sent, sourceWirePicos);
        }

        private void put(Transfer packet, long sent, long length) {
            packet.onWire(length, side.wire.send(sent, length));
            underWay.add(packet);
            if (onlooker != null) {
                side.tellOfThoseLeft(sent);
                onlooker.enters(side.name, name, packet, packet.trail(), sent);
                side.watched.addLast(packet);
            }
            arm();
        }

        /*
         * Outside of arrive() the timer is armed for no later than the first arrival: what others send in between makes the wire
         * free later, never earlier.
         */

        /** For the first arrival, or, where nothing is under way, for that of what the source sends next if nobody else does. */
        private void arm() {
            if (arriving || underWay.isEmpty() && source == null) {
                return;
            }
            long next = underWay.isEmpty()
                    ? side.wire.leaves(sourceDue, sourceWirePicos) + beyondPicos
                    : arrivalOfFirst();
            if (arrival.isArmed() && arrival.instant() <= next) {
                return;
            }
            arrival.cancel();
            if (unheard == null || !unheard.beginAt(next)) {
                arrival.armAt(next);
            }
        }

        private long arrivalOfFirst() {
            return underWay.first().leftWire() + beyondPicos;
        }

        private void arrive() {
            long now = simulation.now();
            arriving = true;
            side.catchUp(now);
            if (!underWay.isEmpty() && arrivalOfFirst() <= now) {
                reachEnd(underWay.removeFirst(), now);
            }
            arriving = false;
            arm();
        }

        private void arriveUnheard() {
            long now = simulation.now();
            arriving = true;
            side.catchUp(now);
            while (!underWay.isEmpty() && arrivalOfFirst() <= now) {
                arrived.accept(underWay.removeFirst());
            }
            arriving = false;
            arm();
        }

        private void reachEnd(Transfer first, long now) {
            if (first.trail() != null) {
                first.trail().until(first.beganOnWire(), queueSlot);
                first.trail().until(first.leftWire(), wireSlot);
                first.trail().until(now, delaySlot);
            }
            arrived.accept(first);
        }
    }
}
