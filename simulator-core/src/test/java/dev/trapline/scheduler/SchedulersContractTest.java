package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.trapline.declare.Component;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scheduler of the standard list keeps, each with the defaults of its declaration. */
class SchedulersContractTest {

    /**
     * What a scheduler's own rules allow it.
     *
     * @param idleDelayPicos how long a core may idle while a context is ready
     * @param longestWaitPicos how long one of eight equal hogs may wait on two cores
     */
    private record Bounds(long idleDelayPicos, long longestWaitPicos) {}

    private static final Map<String, Bounds> BOUNDS = Map.of(
            // An idle core looks once in a slice; all others may go before, on one core, a slice each.
            "xen-credit", new Bounds(30 * MILLI, 7 * 30 * MILLI),
            // Every other may run ahead by migration threshold and two quanta.
            "esx-proportional-share", new Bounds(0, 7 * (50 + 2 * 50) * MILLI / 2),
            "hyper-v", new Bounds(0, 7 * (10 + 2 * 10) * MILLI / 2),
            // A round of the others in the queue.
            "windows-threads", new Bounds(0, 7 * 180 * MILLI / 2),
            // An idle core looks at the next tick, if whoever waits ran just now; with others' balancing, two rounds.
            "linux-o1", new Bounds(4 * MILLI, 8 * 100 * MILLI),
            "linux-cfs", new Bounds(2 * MILLI, 8 * 4 * MILLI),
            "linux-eevdf", new Bounds(2 * MILLI, 8 * 4 * MILLI),
            "round-robin", new Bounds(0, 6 * 10 * MILLI / 2),
            "processor-sharing", new Bounds(0, 0));

    static Stream<String> schedulers() {
        return Schedulers.standard().all().stream().map(Component::name);
    }

    private static Stream<String> promising(Predicate<Promises> promise) {
        return Schedulers.standard().all().stream()
                .filter(component -> promise.test(TestMachine.factory(component.name(), Map.of()).promises()))
                .map(Component::name);
    }

    static Stream<String> evenSchedulers() {
        return promising(Promises::evenOverCores);
    }

    static Stream<String> workConservingSchedulers() {
        return promising(Promises::workConserving);
    }

    private static Stream<String> knowing(Predicate<Controls> control) {
        return Schedulers.standard().all().stream()
                .filter(component -> control.test(TestMachine.factory(component.name(), Map.of()).controls()))
                .map(Component::name);
    }

    static Stream<String> schedulersWithWeights() {
        return knowing(Controls::weight);
    }

    static Stream<String> schedulersWithCaps() {
        return knowing(Controls::cap);
    }

    static Stream<String> schedulersWithReserves() {
        return knowing(Controls::reserve);
    }

    @Test
    void eachProductKnowsWhatItDocuments() {
        assertThat(schedulersWithWeights())
                .containsExactly("xen-credit", "esx-proportional-share", "hyper-v", "windows-threads", "linux-cfs",
                        "linux-eevdf");
        assertThat(schedulersWithCaps())
                .containsExactly("xen-credit", "esx-proportional-share", "hyper-v", "windows-threads", "linux-cfs",
                        "linux-eevdf");
        assertThat(schedulersWithReserves()).containsExactly("esx-proportional-share", "hyper-v", "windows-threads");
        assertThat(promising(promises -> !promises.evenOverCores())).containsExactly("linux-o1");
        assertThat(promising(promises -> !promises.workConserving())).isEmpty();
        assertThat(BOUNDS.keySet()).containsExactlyInAnyOrderElementsOf(schedulers().toList());
    }

    @ParameterizedTest
    @MethodSource("schedulersWithWeights")
    void sharesFollowWeights(String scheduler) {
        for (int cores = 1; cores <= 2; cores++) {
            TestMachine machine = TestMachine.of(scheduler, cores, 3 * cores);
            List<Context> contexts = new ArrayList<>();
            for (int i = 0; i < 3 * cores; i++) {
                contexts.add(machine.hog("hog " + i, TestMachine.weight(i % 3 == 0 ? 2 : 1)));
            }
            machine.startAndRunUntil(400 * SECOND);
            for (Context context : contexts) {
                assertThat(machine.share(context)).as(context.name() + " on " + cores + " cores")
                        .isCloseTo(context.share().weight() / 4, withinPercentage(1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void equalsOfOneCoreShareEqually(String scheduler) {
        TestMachine machine = TestMachine.of(scheduler, 1, 5);
        List<Context> contexts = hogs(machine, 5);
        machine.startAndRunUntil(400 * SECOND);
        assertThat(contexts).allSatisfy(context -> assertThat(machine.share(context)).isCloseTo(0.2, withinPercentage(1)));
    }

    @ParameterizedTest
    @MethodSource("evenSchedulers")
    void equalsShareEqually(String scheduler) {
        TestMachine machine = TestMachine.of(scheduler, 2, 5);
        List<Context> contexts = hogs(machine, 5);
        machine.startAndRunUntil(400 * SECOND);
        assertThat(contexts).allSatisfy(context -> assertThat(machine.share(context)).isCloseTo(0.4, withinPercentage(1)));
    }

    @ParameterizedTest
    @MethodSource("schedulersWithCaps")
    void capsAreKept(String scheduler) {
        for (double cap : new double[] {0.05, 0.25, 0.6, 0.95}) {
            TestMachine machine = TestMachine.of(scheduler, 1, 1);
            Context capped = machine.hog("capped", TestMachine.cap(cap));
            machine.startAndRunUntil(200 * SECOND);
            assertThat(machine.share(capped)).as("alone, cap " + cap).isCloseTo(cap, withinPercentage(1));
        }
    }

    @ParameterizedTest
    @MethodSource("schedulersWithCaps")
    void aCapBelowTheShareIsGivenUnderContention(String scheduler) {
        TestMachine machine = TestMachine.of(scheduler, 1, 4);
        Context capped = machine.hog("capped", TestMachine.cap(0.1));
        List<Context> free = hogs(machine, 3);
        machine.startAndRunUntil(400 * SECOND);
        assertThat(machine.share(capped)).isCloseTo(0.1, withinPercentage(1));
        assertThat(free).allSatisfy(context -> assertThat(machine.share(context)).isCloseTo(0.3, withinPercentage(1)));
    }

    @ParameterizedTest
    @MethodSource("schedulersWithReserves")
    void aReserveAboveTheShareIsGiven(String scheduler) {
        TestMachine machine = TestMachine.of(scheduler, 1, 5);
        Context promised = machine.hog("promised", TestMachine.reserve(0.6));
        List<Context> others = hogs(machine, 4);
        machine.startAndRunUntil(400 * SECOND);
        assertThat(machine.share(promised)).isCloseTo(0.6, withinPercentage(1));
        assertThat(others).allSatisfy(context -> assertThat(machine.share(context)).isCloseTo(0.1, withinPercentage(1)));
    }

    @ParameterizedTest
    @MethodSource("workConservingSchedulers")
    void noCoreIdlesWhileAContextIsReady(String scheduler) {
        for (long seed : seeds(5)) {
            TestMachine machine = randomMachine(scheduler, 3, 9, seed);
            IdleWatch watch = new IdleWatch(machine, 3, BOUNDS.get(scheduler).idleDelayPicos());
            machine.startAndRunUntil(10 * SECOND);
            assertThat(watch.violation).as(scheduler + " -Dtest.seed=" + seed).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void nobodyStarves(String scheduler) {
        TestMachine machine = TestMachine.of(scheduler, 2, 8);
        List<Context> contexts = hogs(machine, 8);
        machine.start();
        long[] notRunSince = new long[8];
        long[] ran = new long[8];
        for (long now = MILLI; now <= 60 * SECOND; now += MILLI) {
            machine.runUntil(now);
            for (Context context : contexts) {
                int i = context.ordinal();
                if (machine.got(context) > ran[i]) {
                    ran[i] = machine.got(context);
                    notRunSince[i] = now;
                }
                assertThat(now - notRunSince[i]).as(context.name() + " waits")
                        .isLessThanOrEqualTo(BOUNDS.get(scheduler).longestWaitPicos());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void pinnedContextsStayWhereTheyArePinned(String scheduler) {
        TestMachine machine = TestMachine.of(scheduler, 2, 4);
        Context[] pinned = new Context[3];
        for (int i = 0; i < 3; i++) {
            pinned[i] = machine.makeHog(machine.context("pinned " + i, Share.NEUTRAL, 1));
        }
        Context free = machine.hog("free");
        machine.startAndRunUntil(400 * SECOND);
        double together = Arrays.stream(pinned).mapToDouble(machine::share).sum();
        assertThat(together).as("three pinned to one core").isBetween(0.74, 1.0001);
        assertThat(together + machine.share(free)).isCloseTo(2, withinPercentage(0.1));
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void theSameRunTwiceIsTheSame(String scheduler) {
        TestMachine one = randomMachine(scheduler, 2, 7, 42);
        TestMachine other = randomMachine(scheduler, 2, 7, 42);
        one.startAndRunUntil(5 * SECOND);
        other.startAndRunUntil(5 * SECOND);
        assertThat(one.simulation.fingerprint()).isEqualTo(other.simulation.fingerprint());
        assertThat(one.simulation.executed()).isEqualTo(other.simulation.executed());
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void nothingIsLostAtAnyInstant(String scheduler) {
        for (long seed : seeds(5)) {
            TestMachine machine = randomMachine(scheduler, 2, 7, seed);
            SplittableRandom random = new SplittableRandom(seed);
            machine.start();
            assertThatCode(() -> {
                for (long now = 0; now < 2 * SECOND; now += random.nextLong(10 * MILLI)) {
                    machine.runUntil(now);
                }
            }).as(scheduler + " -Dtest.seed=" + seed).doesNotThrowAnyException();
        }
    }

    @Test
    void othersAddTheirOwn() {
        Component<SchedulerFactory> mine = new Component<>("mine", "Mine.", "", List.of(),
                values -> RoundRobinScheduler.COMPONENT.create(Values.of(Map.of("quantum", MILLI))));
        assertThat(Schedulers.standard().with(mine).create(Values.of(Map.of("type", "mine")))).isNotNull();
    }

    private static List<Context> hogs(TestMachine machine, int count) {
        List<Context> contexts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contexts.add(machine.hog("hog " + i));
        }
        return contexts;
    }

    private static long[] seeds(int count) {
        Long only = Long.getLong("test.seed");
        return only != null ? new long[] {only} : LongStream.range(0, count).toArray();
    }

    /**
     * Hogs on all cores but one, and workers with random periods and bursts, one pinned, that load the last to about
     * its limit.
     */
    private static TestMachine randomMachine(String scheduler, int cores, int contexts, long seed) {
        TestMachine machine = TestMachine.of(scheduler, cores, contexts);
        SplittableRandom random = new SplittableRandom(seed);
        hogs(machine, cores - 1);
        for (int i = cores - 1; i < contexts; i++) {
            long period = random.nextLong(MILLI, 80 * MILLI);
            Context context = machine.context("worker " + i, Share.NEUTRAL, i == contexts - 1 ? 0 : -1);
            machine.periodic(context, random.nextLong(20 * MILLI), period, random.nextLong(period / 10, period / 2));
        }
        return machine;
    }

    /** Looks once in a while whether a core idles while a context is ready, and for how long the same two go on so. */
    private static final class IdleWatch {
        private static final long PERIOD = 37 * MILLI / 100;

        private final TestMachine machine;
        private final long allowedPicos;
        private final long[][] since;
        private final Timer timer;
        private String violation;

        IdleWatch(TestMachine machine, int cores, long allowedPicos) {
            this.machine = machine;
            this.allowedPicos = allowedPicos;
            since = new long[machine.processors.contexts().size()][machine.processors.cores().size()];
            for (long[] row : since) {
                Arrays.fill(row, -1);
            }
            timer = machine.simulation.newTimer("idle watch", Phase.OBSERVE, this::look);
            timer.armAt(0);
        }

        private void look() {
            long now = machine.simulation.now();
            for (Context context : machine.processors.contexts()) {
                for (Core core : machine.processors.cores()) {
                    long[] row = since[context.ordinal()];
                    boolean ready = context.state() == Context.State.READY && Calls.allows(context, core);
                    boolean wasted = ready && core.isIdle();
                    row[core.index()] = !wasted ? -1 : row[core.index()] < 0 ? now : row[core.index()];
                    if (wasted && now - row[core.index()] >= allowedPicos) {
                        violation = context.name() + " ready and core " + core.index() + " idle at " + Time.format(now);
                    }
                }
            }
            timer.armAfter(PERIOD);
        }
    }
}
