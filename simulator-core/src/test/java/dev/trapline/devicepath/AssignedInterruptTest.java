package dev.trapline.devicepath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.hardware.Clock;
import dev.trapline.hardware.InterruptLine;
import dev.trapline.hardware.Moderation;
import dev.trapline.scheduler.Schedulers;
import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Processors;
import dev.trapline.work.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The interrupt of an assigned device by hand, in microseconds: leaving the guest costs 2, the host's handler 4, taking the interrupt
 * in the guest 3, and the packet 10. The guest computes from 0 to 100. One millicycle is one picosecond.
 */
class AssignedInterruptTest {
    private static final long MICRO = Time.PICOS_PER_MICRO;

    private final Simulation simulation = new Simulation();
    private final Slots slots = new Slots();
    private final int exit = slots.service(Place.HYPERVISOR, "exit");
    private final int handling = slots.service(Place.HOST_KERNEL, "handling");
    private final int taking = slots.service(Place.GUEST_KERNEL, "taking");
    private final int working = slots.service(Place.GUEST_KERNEL, "working");
    private final int computing = slots.service(Place.GUEST_USER, "computing");
    private final Processors processors = processors();
    private final Context vcpu = processors.newContext(
            "vcpu",
            ContextSettings.with(processors.newMeter(0), slots, Place.GUEST_KERNEL).pinnedTo(0).interruption(price(exit, 2)));
    private final Consumer host = new Consumer(
            "host", Level.INTERRUPT, processors.cores().get(0).stolen(), simulation, 0, 64, 0,
            new PhysicalInterrupt(processors.cores().get(0), Price.FREE, false));
    private final Consumer guest = new Consumer("guest", Level.SOFTIRQ, vcpu.agenda(), simulation, 0, 64, 0, null);
    private final List<Long> ended = new ArrayList<>();

    private Processors processors() {
        Processors made = new Processors(simulation, new Clock(1_000_000_000), slots, 1, 2, 1, 1, 0);
        made.scheduledBy(Schedulers.standard()
                .find("round-robin")
                .orElseThrow()
                .create(Values.of(Map.of("quantum", 100 * Time.PICOS_PER_MILLI)))
                .create(made));
        return made;
    }

    @Test
    void theHostTakesItFromTheGuestAndRaisesItThere() {
        new Program().raise();
        interruptAt(20, false);
        run();
        // Out of the guest until 22, handled until 26, taken until 29
        assertThat(ended).containsExactly(39L);
        assertThat(vcpu.interruptions()).isEqualTo(1);
    }

    @Test
    void withoutAnExitTheGuestThatRunsTakesItAtOnce() {
        new Program().raise();
        interruptAt(20, true);
        run();
        assertThat(ended).containsExactly(33L);
        assertThat(vcpu.interruptions()).isZero();
    }

    @Test
    void aGuestThatSleepsIsWokenByTheHost() {
        new Program().raise();
        interruptAt(200, true);
        run();
        assertThat(ended).containsExactly(217L);
        assertThat(vcpu.interruptions()).isZero();
    }

    @Test
    void somebodyMustTakeItWhenTheGuestDoesNotRun() {
        assertThatThrownBy(() -> new AssignedInterrupt(Route.EMPTY, Price.FREE, true)).hasMessageContaining("a part `interrupt`");
    }

    private void interruptAt(long micros, boolean exitLess) {
        Route throughHost = new Route(List.of(hop(host, handling, 4, host.entry())));
        Route route = new Route(List.of(
                hop(guest, working, 10, new AssignedInterrupt(throughHost, price(taking, 3), exitLess))));
        simulation.newTimer("packet", Phase.ARRIVE, () -> packet().travel(route, null)).armAt(micros * MICRO);
    }

    private Transfer packet() {
        return Transfer.packet(100, null, (packet, by) -> ended.add(simulation.now() / MICRO));
    }

    /** A stage whose executor the device interrupts. */
    private Hop hop(Consumer consumer, int slot, long micros, InterruptEntry entry) {
        return new WorkHop(
                new WorkPrice(List.of(StagePrice.alike(slot, micros * MICRO, 1, 0, StagePrice.Per.OPERATION, -1))),
                consumer,
                WorkHop.Notification.NONE,
                new DeviceInterrupt(
                        new InterruptLine(consumer.name(), simulation, Moderation.NONE, () -> consumer.interrupt(entry)), true));
    }

    private static Price price(int slot, long micros) {
        return Price.of(List.of(new Price.Item(slot, micros * MICRO, 1)));
    }

    private void run() {
        processors.startScheduling();
        simulation.runUntil(Time.PICOS_PER_MILLI);
        processors.checkConservation();
        host.checkConservation();
        guest.checkConservation();
    }

    /** Computes for 100 us. */
    private final class Program extends Activity {
        private boolean begun;

        Program() {
            super("program", Level.TASK, vcpu.agenda());
        }

        @Override
        protected boolean step() {
            if (begun) {
                return false;
            }
            begun = true;
            block().add(computing, 100 * MICRO);
            return true;
        }
    }
}
