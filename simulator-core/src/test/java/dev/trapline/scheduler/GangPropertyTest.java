package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import dev.trapline.work.NodeMemory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random guests of one to four vCPUs, some of which always want to run, under every kind of co-scheduling, with cells,
 * with nodes, pinned and capped: nothing is lost, nobody starves, and the same run twice is the same.
 */
class GangPropertyTest {
    private static final long LONGEST_WAIT = 2 * SECOND;

    private record Machine(TestMachine machine, List<Context> hogs) {}

    static Stream<Long> seeds() {
        Long only = Long.getLong("test.seed");
        return only != null ? Stream.of(only) : LongStream.range(0, 60).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nobodyStarvesAndNothingIsLost(long seed) {
        Machine made = random(seed);
        TestMachine machine = made.machine();
        machine.start();
        long[] ran = new long[made.hogs().size()];
        long[] since = new long[ran.length];
        for (long now = 0; now < 8 * SECOND; now += 5 * MILLI) {
            machine.runUntil(now);
            for (int i = 0; i < ran.length; i++) {
                long got = machine.got(made.hogs().get(i));
                since[i] = got > ran[i] ? now : since[i];
                ran[i] = got;
                assertThat(now - since[i]).as(made.hogs().get(i).name() + " waits, -Dtest.seed=" + seed).isLessThan(LONGEST_WAIT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameRunTwiceIsTheSame(long seed) {
        Machine one = random(seed);
        Machine other = random(seed);
        one.machine().startAndRunUntil(2 * SECOND);
        other.machine().startAndRunUntil(2 * SECOND);
        assertThat(one.machine().simulation.fingerprint()).isEqualTo(other.machine().simulation.fingerprint());
    }

    private static Machine random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int cores = random.nextInt(2, 7);
        int guests = random.nextInt(2, 6);
        int[] vcpus = new int[guests];
        int contexts = 0;
        for (int i = 0; i < guests; i++) {
            vcpus[i] = random.nextInt(1, 5);
            contexts += vcpus[i];
        }
        TestMachine machine = TestMachine.of("esx-proportional-share", cores, contexts, told(random));
        boolean nodes = cores % 2 == 0 && random.nextBoolean();
        if (nodes) {
            machine.inSockets(cores / 2);
        }
        List<Context> hogs = new ArrayList<>();
        for (int guest = 0; guest < guests; guest++) {
            NodeMemory memory = !nodes ? null : vcpus[guest] > cores / 2 ? NodeMemory.spread(2, 1 << 20) : NodeMemory.at(guest % 2, 2, 1 << 20);
            boolean pinned = random.nextInt(8) == 0;
            Share share = random.nextInt(6) == 0 ? TestMachine.cap(0.5) : TestMachine.weight(1 + random.nextInt(3));
            for (int i = 0; i < vcpus[guest]; i++) {
                Context context = machine.context("vcpu " + guest + "/" + i, guest, share, pinned ? i % cores : -1, memory);
                if (random.nextInt(3) > 0) {
                    hogs.add(machine.makeHog(context));
                } else {
                    long period = random.nextLong(MILLI, 60 * MILLI);
                    machine.periodic(context, random.nextLong(20 * MILLI), period, random.nextLong(period / 20, period));
                }
            }
        }
        return new Machine(machine, hogs);
    }

    private static Map<String, Object> told(SplittableRandom random) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("co-scheduling", List.of("none", "strict", "relaxed").get(random.nextInt(3)));
        told.put("numa-rebalance", 100 * MILLI);
        if (random.nextBoolean()) {
            told.put("cell", (long) random.nextInt(1, 5));
        }
        return told;
    }
}
