package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.trapline.declare.Component;
import dev.trapline.declare.Values;
import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import dev.trapline.work.Topology;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every scheduler of the standard list keeps, each with the defaults of its declaration and within the bounds that it
 * promises by itself: one more in the list is held to all of this without a change here.
 */
class SchedulersContractTest {

    static Stream<String> schedulers() {
        return Schedulers.standard().all().stream().map(Component::name);
    }

    private static Stream<String> knowing(Predicate<Controls> control) {
        return Schedulers.standard().all().stream()
                .filter(component -> control.test(TestMachine.factory(component.name(), Map.of()).controls()))
                .map(Component::name);
    }

    private static Promises promises(String scheduler) {
        return TestMachine.factory(scheduler, Map.of()).promises().orElseThrow();
    }

    /** Each scheduler of the list with so many hogs on so many cores. */
    static Stream<Arguments> crowds() {
        return schedulers().flatMap(name ->
                Stream.of(arguments(name, 5, 1), arguments(name, 8, 2), arguments(name, 9, 4)));
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

    @ParameterizedTest
    @MethodSource("schedulers")
    void itSaysForHowLongACoreMayIdleAndAContextWait(String scheduler) {
        assertThat(TestMachine.factory(scheduler, Map.of()).promises()).as("the promises of " + scheduler).isPresent();
        assertThat(promises(scheduler).idlePicos()).isBetween(0L, 100 * MILLI);
        assertThat(promises(scheduler).longestWait().picos(8, 2)).isBetween(0L, 10 * SECOND);
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

    /**
     * Xen's credits come in whole numbers and are lost above those of a slice, so that a heavy one that has to wait for many
     * light ones does not get its share: see CreditSchedulerTest.
     */
    static Stream<String> schedulersWithFineWeights() {
        return schedulersWithWeights().filter(name -> !name.equals("xen-credit"));
    }

    @ParameterizedTest
    @MethodSource("schedulersWithFineWeights")
    void sharesFollowWhateverTheWeights(String scheduler) {
        for (long seed : seeds(3)) {
            SplittableRandom random = new SplittableRandom(seed);
            TestMachine machine = TestMachine.of(scheduler, 1, 5);
            List<Context> contexts = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                contexts.add(machine.hog("hog " + i, TestMachine.weight(random.nextInt(1, 9))));
            }
            double total = contexts.stream().mapToDouble(context -> context.share().weight()).sum();
            machine.startAndRunUntil(400 * SECOND);
            for (Context context : contexts) {
                assertThat(machine.share(context)).as(context.name() + " of weight " + context.share().weight() + " in "
                                + total + ", -Dtest.seed=" + seed)
                        .isCloseTo(context.share().weight() / total, withinPercentage(1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void equalsShareEqually(String scheduler) {
        int cores = promises(scheduler).evenOverCores() ? 2 : 1;
        TestMachine machine = TestMachine.of(scheduler, cores, 5);
        List<Context> contexts = hogs(machine, 5);
        machine.startAndRunUntil(400 * SECOND);
        assertThat(contexts).allSatisfy(
                context -> assertThat(machine.share(context)).isCloseTo(cores / 5.0, withinPercentage(1)));
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

    /** Whatever sleeps and wakes beside it: it would get more than that. */
    @ParameterizedTest
    @MethodSource("schedulersWithCaps")
    void capsAreKeptInCompany(String scheduler) {
        for (long seed : seeds(3)) {
            TestMachine machine = TestMachine.of(scheduler, 2, 6);
            SplittableRandom random = new SplittableRandom(seed);
            Context capped = machine.hog("capped", TestMachine.cap(0.3));
            hogs(machine, 2);
            for (int i = 0; i < 3; i++) {
                long period = random.nextLong(5 * MILLI, 80 * MILLI);
                machine.periodic("worker " + i, random.nextLong(20 * MILLI), period, random.nextLong(period / 20, period / 5));
            }
            machine.startAndRunUntil(200 * SECOND);
            assertThat(machine.share(capped)).as(scheduler + " -Dtest.seed=" + seed).isCloseTo(0.3, withinPercentage(1));
        }
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
    @MethodSource("schedulers")
    void noCoreIdlesWhileAContextIsReady(String scheduler) {
        for (long seed : seeds(5)) {
            TestMachine machine = randomMachine(scheduler, Topology.FLAT, 3, 9, seed);
            IdleWatch watch = new IdleWatch(machine, promises(scheduler).idlePicos());
            machine.startAndRunUntil(10 * SECOND);
            assertThat(watch.violation()).as(scheduler + " -Dtest.seed=" + seed).isNull();
        }
    }

    /** The little that is missing is for idle cores that look only once in a while. */
    @ParameterizedTest
    @MethodSource("crowds")
    void hogsKeepAllCoresBusy(String scheduler, int hogs, int cores) {
        TestMachine machine = TestMachine.of(scheduler, cores, hogs);
        List<Context> contexts = hogs(machine, hogs);
        machine.startAndRunUntil(20 * SECOND);
        assertThat(contexts.stream().mapToDouble(machine::share).sum()).isBetween(0.99 * cores, 1.0001 * cores);
    }

    @ParameterizedTest
    @MethodSource("crowds")
    void nobodyStarves(String scheduler, int hogs, int cores) {
        TestMachine machine = TestMachine.of(scheduler, cores, hogs);
        List<Context> contexts = hogs(machine, hogs);
        long allowed = promises(scheduler).longestWait().picos(hogs, cores);
        machine.start();
        long[] ran = new long[hogs];
        long[] readyBefore = new long[hogs];
        for (long now = MILLI; now <= 30 * SECOND; now += MILLI) {
            machine.runUntil(now);
            for (Context context : contexts) {
                int i = context.ordinal();
                if (context.state() == Context.State.RUNNING || machine.got(context) > ran[i]) {
                    ran[i] = machine.got(context);
                    readyBefore[i] = context.readyPicos(now);
                }
                assertThat(context.readyPicos(now) - readyBefore[i]).as(context.name() + " waits")
                        .isLessThanOrEqualTo(allowed);
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
        TestMachine one = randomMachine(scheduler, Topology.FLAT, 2, 7, 42);
        TestMachine other = randomMachine(scheduler, Topology.FLAT, 2, 7, 42);
        one.startAndRunUntil(5 * SECOND);
        other.startAndRunUntil(5 * SECOND);
        assertThat(one.simulation.fingerprint()).isEqualTo(other.simulation.fingerprint());
        assertThat(one.simulation.executed()).isEqualTo(other.simulation.executed());
        for (int i = 0; i < 7; i++) {
            assertThat(one.got(one.processors.contexts().get(i))).isEqualTo(other.got(other.processors.contexts().get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("schedulers")
    void nothingIsLostAtAnyInstant(String scheduler) {
        for (long seed : seeds(5)) {
            TestMachine machine = randomMachine(scheduler, Topology.FLAT, 2, 7, seed);
            SplittableRandom random = new SplittableRandom(seed);
            machine.start();
            assertThatCode(() -> {
                for (long now = 0; now < 2 * SECOND; now += random.nextLong(10 * MILLI)) {
                    machine.runUntil(now);
                }
            }).as(scheduler + " -Dtest.seed=" + seed).doesNotThrowAnyException();
        }
    }

    /** Two sockets of two cores with two threads; at random instants one that runs lets its core go. */
    @ParameterizedTest
    @MethodSource("schedulers")
    void nothingIsLostWhereContextsYieldAndCoresDiffer(String scheduler) {
        for (long seed : seeds(5)) {
            TestMachine machine = randomMachine(scheduler, new Topology(2, 4, 62, 100), 8, 20, seed);
            SplittableRandom random = new SplittableRandom(seed);
            machine.start();
            assertThatCode(() -> {
                for (long now = 0; now < 2 * SECOND; now += random.nextLong(10 * MILLI)) {
                    machine.runUntil(now);
                    machine.processors.contexts().get(random.nextInt(20)).yields();
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
     * its limit. Where contexts never leave the queue of a core, all are pinned.
     */
    private static TestMachine randomMachine(String scheduler, Topology topology, int cores, int contexts, long seed) {
        TestMachine machine = TestMachine.of(scheduler, topology, cores, contexts);
        boolean moves = promises(scheduler).workConserving();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < contexts; i++) {
            int pinnedTo = i == contexts - 1 ? 0 : moves ? -1 : i % cores;
            if (i < cores - 1) {
                machine.makeHog(machine.context("hog " + i, Share.NEUTRAL, pinnedTo));
            } else {
                long period = random.nextLong(MILLI, 80 * MILLI);
                Context context = machine.context("worker " + i, Share.NEUTRAL, pinnedTo);
                machine.periodic(context, random.nextLong(20 * MILLI), period, random.nextLong(period / 10, period / 2));
            }
        }
        return machine;
    }
}
