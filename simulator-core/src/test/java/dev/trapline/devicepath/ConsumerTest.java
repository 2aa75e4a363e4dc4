package dev.trapline.devicepath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.hardware.Clock;
import dev.trapline.scheduler.Schedulers;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Processors;
import dev.trapline.work.Slots;
import dev.trapline.work.Trail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A producer, a ring and who drains it, by hand, in microseconds: telling costs 2 and hearing of it 3, each transfer costs the
 * consumer 10. One millicycle is one picosecond.
 */
class ConsumerTest {
    private static final long MICRO = Time.PICOS_PER_MICRO;

    private final Simulation simulation = new Simulation();
    private final Slots slots = new Slots();
    private final int telling = slots.service(Place.HYPERVISOR, "telling");
    private final int hearing = slots.service(Place.HYPERVISOR, "hearing");
    private final int working = slots.service(Place.DRIVER_DOMAIN, "working");
    private final Processors processors = processors(4);
    private final List<Long> ended = new ArrayList<>();

    private Processors processors(int cores) {
        Processors made = new Processors(simulation, new Clock(1_000_000_000), slots, cores, 2, 1, 1, 0);
        made.scheduledBy(Schedulers.standard()
                .find("round-robin")
                .orElseThrow()
                .create(Values.of(Map.of("quantum", 100 * Time.PICOS_PER_MILLI)))
                .create(made));
        return made;
    }

    @Test
    void whoeverIsAwakeNeedNotBeTold() {
        Consumer consumer = consumer(16);
        Producer producer = producer(route(consumer, false));
        producer.sendAt(0, transfer());
        producer.sendAt(7, transfer());
        run();
        // Told from 0 to 2, it hears of it until 5, and works until 15 and 25.
        assertThat(ended).containsExactly(15L, 25L);
        assertThat(consumer.counts().notifications()).isEqualTo(1);
        assertThat(consumer.counts().passes()).isEqualTo(1);
    }

    @Test
    void toldWhileAwakeItHearsOfTheNextOneAllTheSame() {
        Consumer consumer = consumer(16);
        Producer always = producer(route(consumer, true));
        Producer unlessAwake = producer(route(consumer, false));
        always.sendAt(0, transfer());
        always.sendAt(7, transfer());
        unlessAwake.sendAt(50, transfer());
        run();
        assertThat(ended).containsExactly(15L, 25L, 65L);
        assertThat(consumer.counts().notifications()).isEqualTo(3);
    }

    @Test
    void aFullRingKeepsWhatADeviceBringsUntilThereIsRoom() {
        Consumer consumer = consumer(1);
        Route route = new Route(List.of(hop(consumer, Price.FREE, false)));
        at(0, () -> {
            for (int i = 0; i < 3; i++) {
                Transfer packet = transfer();
                packet.travel(route, null);
                consumer.interrupt(consumer.entry());
            }
        });
        run();
        assertThat(ended).containsExactly(10L, 20L, 30L);
        assertThat(consumer.counts().pushedBack()).isEqualTo(2);
    }

    /** The interface has places for three, the consumer for one: what finds none there does not keep its place in the interface. */
    @Test
    void aDatagramThatIsLostAtAFullConsumerGivesItsPlaceInTheInterfaceBack() {
        Consumer consumer = consumer(1);
        Route route = new Route(List.of(hop(consumer, Price.FREE, false)));
        ReceiveRing ring = new ReceiveRing(3);
        List<Transfer> lost = new ArrayList<>();
        at(0, () -> {
            for (int i = 0; i < 3; i++) {
                Transfer datagram = transfer().losable(lost::add);
                assertThat(ring.admits(datagram)).isTrue();
                datagram.travel(route, null);
            }
            consumer.interrupt(consumer.entry());
        });
        run();
        assertThat(lost).hasSize(2);
        assertThat(ended).hasSize(1);
        assertThat(ring.inside()).isZero();
    }

    @Test
    void aFullRingKeepsWhatAProducerBringsAndNobodyIsToldOfAnEmptyOne() {
        Consumer consumer = consumer(1);
        Producer producer = producer(route(consumer, false));
        producer.sendAt(0, transfer(), transfer(), transfer(), transfer());
        run();
        assertThat(ended).hasSize(4);
        assertThat(consumer.counts().pushedBack()).isEqualTo(3);
        assertThat(consumer.counts().served()).isEqualTo(4);
        assertThat(consumer.counts().passes()).isLessThanOrEqualTo(4);
        assertThat(consumer.waiting()).isZero();
    }

    /** The consumer takes the core from the producer at each telling and has slept again when that one goes on. */
    @Test
    void aConsumerThatPreemptsItsProducerIsToldOnceForEachRoom() {
        Context shared = context();
        Consumer consumer = new Consumer(
                "consumer", Level.INTERRUPT, shared.agenda(), simulation, 1, 64, 0, told -> told.wake(Price.FREE));
        new Producer(shared, route(consumer, false)).sendAt(0, transfer(), transfer(), transfer(), transfer());
        run();
        assertThat(ended).hasSize(4);
        assertThat(consumer.counts().notifications()).isLessThanOrEqualTo(4);
        assertThat(consumer.counts().passes()).isLessThanOrEqualTo(4);
    }

    @Test
    void beingToldIsServiceOfTheRequestThatItIsFor() {
        Consumer consumer = consumer(16);
        Producer producer = producer(route(consumer, false));
        Trail first = new Trail(0);
        Trail second = new Trail(0);
        at(0, () -> {
            first.begin(0);
            second.begin(0);
        });
        producer.sendAt(0, transfer(first), transfer(second));
        run();
        assertThat(parts(first)).containsExactly("telling 2 x1", "hearing 3 x1", "working 10 x1");
        assertThat(parts(second)).containsExactly("queue 15 x0", "working 10 x1");
    }

    /** One is told by two at once, by the second always and sooner: what it takes then is no longer part of the first's. */
    @Test
    void beingToldIsOvertakenByAnotherWhoTellsSooner() {
        Consumer consumer = consumer(16);
        Producer slow = producer(new Route(List.of(hop(consumer, price(telling, 20), false))));
        Producer quick = producer(route(consumer, true));
        Trail trail = new Trail(0);
        at(0, () -> trail.begin(0));
        slow.sendAt(0, transfer(trail));
        quick.sendAt(4, transfer());
        run();
        // The quick one tells from 4 to 6, the consumer hears of it from 6 to 9 in the time of what comes first.
        assertThat(parts(trail)).containsExactly("queue 6 x0", "hearing 3 x1", "working 10 x1");
        assertThat(ended).containsExactly(19L, 29L);
    }

    private Consumer consumer(int ring) {
        Context context = context();
        return new Consumer(
                "consumer", Level.SOFTIRQ, context.agenda(), simulation, ring, 64, 0, told -> told.wake(Price.FREE));
    }

    private Producer producer(Route route) {
        return new Producer(context(), route);
    }

    private Context context() {
        int number = processors.contexts().size();
        return processors.newContext(
                "context " + number,
                ContextSettings.with(processors.newMeter(0), slots, Place.GUEST_KERNEL).pinnedTo(number));
    }

    private Route route(Consumer consumer, boolean always) {
        return new Route(List.of(hop(consumer, price(telling, 2), always)));
    }

    private WorkHop hop(Consumer consumer, Price sending, boolean always) {
        Price delivery = sending.isFree() ? Price.FREE : price(hearing, 3);
        return new WorkHop(
                new WorkPrice(List.of(StagePrice.alike(working, 10 * MICRO, 1, 0, StagePrice.Per.OPERATION, -1))),
                consumer,
                new WorkHop.Notification(sending, delivery, always),
                null);
    }

    private static Price price(int slot, long micros) {
        return Price.of(List.of(new Price.Item(slot, micros * MICRO, 1)));
    }

    private Transfer transfer() {
        return transfer(null);
    }

    private Transfer transfer(Trail trail) {
        return Transfer.packet(100, trail, (packet, by) -> ended.add(simulation.now() / MICRO));
    }

    private void at(long micros, Runnable action) {
        simulation.newTimer("test at " + micros, Phase.ARRIVE, action::run).armAt(micros * MICRO);
    }

    private void run() {
        processors.startScheduling();
        simulation.runUntil(Time.PICOS_PER_MILLI);
        processors.checkConservation();
    }

    private List<String> parts(Trail trail) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < trail.size(); i++) {
            parts.add(slots.get(trail.slot(i)).mechanism() + " " + trail.picos(i) / MICRO + " x" + trail.count(i));
        }
        return parts;
    }

    /** Sends what it has, at no cost of its own. */
    private final class Producer extends Carrier {
        private final Route route;
        private final ArrayDeque<Transfer> unsent = new ArrayDeque<>();

        Producer(Context context, Route route) {
            super("producer on " + context.name(), Level.TASK, context.agenda(), simulation);
            this.route = route;
        }

        void sendAt(long micros, Transfer... transfers) {
            at(micros, () -> {
                unsent.addAll(List.of(transfers));
                raise();
            });
        }

        @Override
        protected boolean work() {
            if (unsent.isEmpty()) {
                return false;
            }
            unsent.removeFirst().travel(route, this);
            return true;
        }
    }
}
