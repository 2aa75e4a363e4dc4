package dev.trapline.devicepath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.hardware.Clock;
import dev.trapline.hardware.InterruptLine;
import dev.trapline.hardware.Moderation;
import dev.trapline.hardware.NicModel;
import dev.trapline.scheduler.Schedulers;
import dev.trapline.work.Core;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Processors;
import dev.trapline.work.Slots;
import dev.trapline.work.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything is as if each arrival were an event, but for the number of events. */
class UnheardArrivalsTest {
    private static final long GAP = 125 * Time.PICOS_PER_MICRO;
    private static final Moderation BY_RATE = new Moderation(GAP, Moderation.Delay.NONE, Moderation.Delay.NONE);
    private static final long BYTES = 1_472;
    private static final long SPAN = 5 * Time.PICOS_PER_MILLI;

    /** A handler on a core behind an interface of few places, into which a source and others send. */
    private static final class Machine {
        private final Simulation simulation = new Simulation();
        private final Slots slots = new Slots();
        private final List<String> seen = new ArrayList<>();
        /** Apart, since they are lost when they came, and that is found out later. */
        private final List<Long> lost = new ArrayList<>();
        private final NetworkInterface nic;
        private final NetworkInterface.Direction inwards;
        private final NetworkInterface.Direction fromPeers;
        private final WorkHop hop;
        private final Route route;
        private final Consumer handler;
        private final InterruptLine line;

        Machine(Moderation moderation, long workMicros) {
            this(moderation, workMicros, 6);
        }

        /** @param places of the interface, that of the handler has four */
        Machine(Moderation moderation, long workMicros, int places) {
            NicModel model = new NicModel(1_000_000_000L, 1500, false, moderation, places, false, false, 1, 10_000_000);
            nic = new NetworkInterface("nic", model, simulation, slots);
            Processors processors = new Processors(simulation, new Clock(1_000_000_000), slots, 1, 2, 1, 1, 0);
            processors.scheduledBy(Schedulers.standard()
                    .find("round-robin")
                    .orElseThrow()
                    .create(Values.of(Map.of("quantum", 100 * Time.PICOS_PER_MILLI)))
                    .create(processors));
            Core core = processors.cores().get(0);
            PhysicalInterrupt entry = new PhysicalInterrupt(core, Price.FREE, false);
            int delaySlot = slots.waiting(Place.DEVICE, "moderation");
            handler = new Consumer("handler", Level.INTERRUPT, core.stolen(), simulation, 4, 64, delaySlot, entry);
            line = new InterruptLine("line", simulation, moderation, () -> handler.interrupt(entry));
            // no piece of work ends in the picosecond in which a packet of the source arrives: the order of the two may differ
            StagePrice work = StagePrice.alike(
                    slots.service(Place.HYPERVISOR, "work"), workMicros * Time.PICOS_PER_MICRO + 7, 1, 0, StagePrice.Per.PACKET, -1);
            hop = new WorkHop(new WorkPrice(List.of(work)), handler, WorkHop.Notification.NONE, new DeviceInterrupt(line, true));
            route = new Route(List.of(hop));
            inwards = nic.inwards("guest", this::arrive);
            fromPeers = nic.fromPeers("guest", this::arrive);
            hop.announces(inwards);
        }

        private void arrive(Transfer packet) {
            if (nic.ring().admits(packet)) {
                packet.travel(route, null);
            } else {
                packet.lose();
            }
        }

        Transfer packet(long note) {
            return Transfer.packet(BYTES, null, (done, by) -> seen.add(done.note() + " done at " + simulation.now()))
                    .asDatagram()
                    .noting(note)
                    .losable(packet -> lost.add(packet.note()));
        }

        void feed(long everyPicos) {
            feed(inwards, everyPicos, 0);
        }

        void feed(NetworkInterface.Direction direction, long everyPicos, long firstNote) {
            direction.fedBy(new SteadySource(everyPicos, BYTES, firstNote, this::packet));
        }

        void sendAt(long instant, NetworkInterface.Direction direction, Transfer packet) {
            simulation.newTimer("sends", Phase.ARRIVE, () -> direction.accept(packet)).armAt(instant);
        }

        /** Runs it, looking now and then; what was seen. */
        List<String> run(SplittableRandom looks) {
            while (simulation.now() < SPAN) {
                simulation.runUntil(simulation.now() + looks.nextLong(GAP));
                looks.ints(6, 0, 6).forEach(this::look);
                seen.add("lost " + lost);
                handler.checkConservation();
            }
            return seen;
        }

        /** At one of the counters, each of which must know by itself what has come. */
        private void look(int which) {
            ReceiveRing ring = nic.ring();
            seen.add(switch (which) {
                case 0 -> ring.arrived() + " arrived";
                case 1 -> ring.inside() + " inside";
                case 2 -> ring.dropped() + " dropped";
                case 3 -> ring.heldBack() + " held back";
                case 4 -> line.raised() + " interrupts";
                default -> handler.counts().offered() + " offered";
            });
        }
    }

    private static Machine heard(Machine machine) {
        machine.nic.ring().feed().seesEach();
        return machine;
    }

    private static List<String> run(Machine machine, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        machine.feed(20 * Time.PICOS_PER_MICRO);
        for (int i = 0; i < 100; i++) {
            NetworkInterface.Direction direction = i % 3 == 0 ? machine.fromPeers : machine.inwards;
            machine.sendAt(random.nextLong(SPAN), direction, machine.packet(1_000 + i));
        }
        return machine.run(random.split());
    }

    /** Work that leaves time, that just does, and that loses most. */
    @ParameterizedTest
    @ValueSource(longs = {3, 15, 60})
    void nothingElseChanges(long workMicros) {
        for (int seed = 1; seed <= 10; seed++) {
            int places = seed % 2 == 0 ? 3 : 6;
            Machine heard = heard(new Machine(BY_RATE, workMicros, places));
            Machine unheard = new Machine(BY_RATE, workMicros, places);
            assertThat(run(unheard, seed)).isEqualTo(run(heard, seed));
            assertThat(unheard.simulation.executed()).isLessThan(heard.simulation.executed() - 150);
        }
    }

    @Test
    void whereEachArrivalPutsTheInterruptOffEachIsAnEvent() {
        long delay = 30 * Time.PICOS_PER_MICRO;
        Moderation byDelay = new Moderation(GAP, new Moderation.Delay(delay, 2 * delay), Moderation.Delay.NONE);
        Machine heard = heard(new Machine(byDelay, 3));
        Machine other = new Machine(byDelay, 3);
        assertThat(run(other, 1)).isEqualTo(run(heard, 1));
        assertThat(other.simulation.executed()).isEqualTo(heard.simulation.executed());
    }

    /** What comes by two ways has an order among itself. */
    @Test
    void whereTwoInterfacesFeedOneHandlerEachArrivalIsAnEvent() {
        Machine heard = heard(new Machine(BY_RATE, 15));
        Machine other = new Machine(BY_RATE, 15);
        for (Machine machine : List.of(heard, other)) {
            NetworkInterface.Direction second = machine.nic.inwards("other", machine::arrive);
            machine.hop.announces(second);
            machine.feed(second, 31 * Time.PICOS_PER_MICRO, 10_000);
        }
        assertThat(run(other, 1)).isEqualTo(run(heard, 1));
        assertThat(other.simulation.executed()).isEqualTo(heard.simulation.executed());
    }

    /** Its wait for the interrupt is part of the request, and it waits in the ring from the instant on at which it comes. */
    @Test
    void whatARequestWaitsForArrivesByItself() {
        List<String> where = whereARequestWas(new Machine(BY_RATE, 3));
        assertThat(where).isEqualTo(whereARequestWas(heard(new Machine(BY_RATE, 3))));
        assertThat(where.toString()).contains("wire queue", "network delay", "work");
    }

    private static List<String> whereARequestWas(Machine machine) {
        Trail trail = new Trail(0);
        trail.begin(0);
        long sent = 100 * Time.PICOS_PER_MICRO;
        machine.feed(20 * Time.PICOS_PER_MICRO);
        machine.simulation.runUntil(sent);
        trail.until(sent, 0);
        machine.inwards.accept(Transfer.packet(BYTES, trail, (done, by) -> {}));
        machine.simulation.runUntil(SPAN);
        List<String> parts = new ArrayList<>();
        for (int part = 0; part < trail.size(); part++) {
            parts.add(machine.slots.get(trail.slot(part)) + " " + trail.picos(part));
        }
        return parts;
    }
}
