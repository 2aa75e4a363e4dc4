package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Values;
import dev.trapline.devicepath.ConsumerCounts;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.Share;
import dev.trapline.spec.WorkloadSpec;
import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every ring has one place, and who drains it gets no core for a time, because a guest of more weight computes or because the core
 * is busy with interrupts. Every packet and every disk operation arrives once, and packets in their order.
 */
class StalledConsumerTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Setup.VOCABULARY);
    private static final long COMPUTATIONS = 30;
    private static final long HANDLES_PICOS = 50 * Time.PICOS_PER_MILLI;
    private static final long HANDLES_FROM_PICOS = 3_200 * Time.PICOS_PER_MICRO;
    private static final double WEIGHT = 16;

    static Stream<Setup> platformsOf2008() {
        return CATALOGUE.names(CatalogueKind.PLATFORMS).stream()
                .flatMap(name -> Stream.of("windows-server-2003-sp2", "linux-2.6")
                        .flatMap(os -> Setup.variants("one-core", name, os, "calls").stream()))
                .filter(setup -> setup.platform().year() >= 2005 && setup.platform().year() <= 2009)
                .flatMap(setup -> Stream.of(setup, setup.withDevices(OfferedWays.last(setup.platform()))))
                .filter(Habitat::isSupported);
    }

    @Test
    void theyAreTheBareMetalAndTheHostedOnes() {
        Set<String> names = new TreeSet<>();
        platformsOf2008().forEach(setup -> names.add(setup.platform().fullName()));
        assertThat(names).contains(
                "esx-3.5", "hyper-v-2008", "xenserver-4.1", "virtual-server-2005-r2-sp1 (like-workstation-unoptimised)",
                "virtual-server-2005-r2-sp1 (like-workstation-optimised)").hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("platformsOf2008")
    void behindAGuestThatComputes(Setup setup) {
        Run run = new Run(setup, List.of(setup.guests().with(setup.guests().os(), numbered()), hog(setup)));
        run.finishes();
        assertThat(run.readyPicos()).as("contexts were ready and had no core").isGreaterThan(20 * Time.PICOS_PER_MILLI);
    }

    @ParameterizedTest
    @MethodSource("platformsOf2008")
    void behindInterruptsThatNeverEnd(Setup setup) {
        Run run = new Run(setup, List.of(setup.guests().with(setup.guests().os(), numbered())));
        Busy busy = new Busy(run.host);
        run.host.simulation().newTimer("interrupts", Phase.ARRIVE, busy::raise).armAt(HANDLES_FROM_PICOS);
        run.finishes();
        assertThat(busy.handled).isTrue();
    }

    private static WorkloadSpec numbered() {
        return new WorkloadSpec("numbered", "numbered", Values.of(Map.of("kind", "numbered-transfers")), Map.of());
    }

    /** Computes for 300 ms. */
    private static GuestSpec hog(Setup setup) {
        WorkloadSpec computations = setup.workload("computations").guests().workload();
        Values once = computations.values()
                .with("jobs", COMPUTATIONS)
                .with("think", DrawnQuantity.constant(Dimension.TIME, 0));
        GuestSpec like = setup.guests();
        boolean weighs = !setup.platform().isHosted() && !setup.platform().isNative();
        return new GuestSpec(
                "hog", 1, like.os(), 1, like.memoryBytes(), like.devices(), new WorkloadSpec("once", "once", once, computations.mixes()),
                weighs ? new Share(WEIGHT, 0, Double.POSITIVE_INFINITY) : like.share(), List.of(), like.memory(), List.of());
    }

    private static final class Run {
        private final List<NumberedTransfers> started = new ArrayList<>();
        private final Host host;

        Run(Setup setup, List<GuestSpec> guests) {
            Setup narrow = setup.rings(1);
            PointSpec point = PointSpec.of(0, Map.of(), narrow.machine(), List.of(narrow.platform()), guests);
            Vocabulary vocabulary = Setup.VOCABULARY.withWorkloads(Workloads.standard().with(NumberedTransfers.component(started)));
            host = new SiteAssembly(point, narrow.platform(), vocabulary, 1, 0).assemble().onlyHost();
        }

        void finishes() {
            Setup.rested(host);
            NumberedTransfers transfers = started.get(0);
            List<Integer> all = IntStream.range(0, NumberedTransfers.OF_EACH).boxed().toList();
            assertThat(transfers.sent()).as("packets out").isEqualTo(all);
            assertThat(transfers.received()).as("packets in").isEqualTo(all);
            assertThat(transfers.done()).as("disk operations").containsExactlyInAnyOrderElementsOf(all);
            host.consumers().forEach((name, counts) ->
                    assertThat(counts.served()).as("%s: nothing waits any more", name).isEqualTo(counts.offered()));
            assertThat(host.consumers().values().stream().mapToLong(ConsumerCounts::pushedBack).sum()).as("rings were full").isPositive();
        }

        long readyPicos() {
            return host.processors().contexts().stream()
                    .mapToLong(context -> context.picos(Context.State.READY, host.simulation().now()))
                    .sum();
        }
    }

    /** Work that a core does before everything but other interrupts, and that takes 50 ms. */
    private static final class Busy extends Activity {
        private final int slot;
        private boolean handled;

        Busy(Host host) {
            this(host, host.processors().cores().get(0));
        }

        private Busy(Host host, Core core) {
            super("interrupts", Level.SOFTIRQ, core.stolen());
            slot = host.slots().service(Place.HYPERVISOR, "interrupts");
        }

        @Override
        protected boolean step() {
            if (handled) {
                return false;
            }
            handled = true;
            meter().append(block(), slot, HANDLES_PICOS, 1);
            return true;
        }
    }
}
