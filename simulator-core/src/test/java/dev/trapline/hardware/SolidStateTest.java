package dev.trapline.hardware;

import static dev.trapline.hardware.StorageBench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Time;
import dev.trapline.random.KeyedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels side by side behind one controller and one interface, by hand and by what bounds a closed queue. */
class SolidStateTest {
    private static final int CHANNELS = 8;
    private static final long PAGE = 4_096;

    private static StorageBench bench(long controllerPicos, long bitsPerSecond, Object... more) {
        Object[] told = {
            "channels", (long) CHANNELS, "read", 80 * MICRO, "write", 200 * MICRO, "random-write", 1_000 * MICRO,
            "overhead", controllerPicos, "transfer", bitsPerSecond, "capacity", 409_600_000L
        };
        Object[] all = java.util.Arrays.copyOf(told, told.length + more.length);
        System.arraycopy(more, 0, all, told.length, more.length);
        return new StorageBench(StorageBench.sheet("ssd", all));
    }

    @Test
    void pagesOfDifferentChannelsAreReadSideBySide() {
        StorageBench bench = bench(10 * MICRO, 8 * 409_600_000L);
        StorageBench.Operation eight = bench.read(0, 8 * PAGE);
        bench.run(5);
        assertThat(eight.micros()).isEqualTo(10 + 80 + 80);
        StorageBench.Operation nine = bench.read(0, 9 * PAGE);
        bench.run(5);
        assertThat(nine.micros()).isEqualTo(10 + 2 * 80 + 90);
        assertThat(nine.micros(StorageTime.QUEUE)).isEqualTo(80);
    }

    @Test
    void pagesOfOneChannelWaitForEachOther() {
        StorageBench bench = bench(0, 8_000_000_000_000L);
        bench.read(0, PAGE);
        StorageBench.Operation behind = bench.read(CHANNELS * PAGE, PAGE);
        StorageBench.Operation beside = bench.read(PAGE, PAGE);
        bench.run(5);
        assertThat(behind.micros()).isEqualTo(160);
        assertThat(beside.micros()).isEqualTo(80);
    }

    @Test
    void writesThatGoOnAreCheaper() {
        StorageBench bench = bench(0, 8_000_000_000_000L);
        Object file = new Object();
        StorageBench.Operation first = bench.write(0, PAGE);
        StorageBench.Operation second = bench.at(2_000 * MICRO, true, PAGE, PAGE);
        StorageBench.Operation elsewhere = bench.at(4_000 * MICRO, true, 5 * PAGE, PAGE);
        first.source = file;
        second.source = file;
        elsewhere.source = file;
        bench.run(10);
        assertThat(first.micros()).isEqualTo(1_000);
        assertThat(second.micros()).isEqualTo(200);
        assertThat(elsewhere.micros()).isEqualTo(1_000);
    }

    @Test
    void aBufferEndsWritesAtOnce() {
        StorageBench bench = bench(10 * MICRO, 8 * 409_600_000L, "write-buffer", 2 * PAGE);
        StorageBench.Operation first = bench.write(0, PAGE);
        StorageBench.Operation second = bench.write(8 * PAGE, PAGE);
        StorageBench.Operation third = bench.write(16 * PAGE, PAGE);
        bench.run(10);
        assertThat(first.micros()).isEqualTo(10 + 10);
        assertThat(second.micros()).isEqualTo(10 + 10 + 10);
        assertThat(third.micros(StorageTime.CACHE_FULL)).isEqualTo(1_000 + 20 - 40);
    }

    @Test
    void knowsSoManyAtATime() {
        StorageBench bench = bench(0, 8_000_000_000_000L, "queue", 1L);
        bench.read(0, PAGE);
        StorageBench.Operation second = bench.read(PAGE, PAGE);
        bench.run(10);
        assertThat(second.micros(StorageTime.QUEUE)).isEqualTo(80);
    }

    /**
     * A queue of depth d on c channels taken at random, 80 us each. No more than d / 80 us, no more than c / 80 us; for service that
     * were exponential exactly d / (d + c - 1) of the latter (balanced closed network), of which constant service is above.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 32, 128})
    void closedQueues(int depth) {
        StorageBench bench = bench(0, 8_000_000_000_000L, "queue", 1_000L);
        double each = 1e6 / 80;
        double got = throughput(bench, depth);
        double exponential = CHANNELS * each * depth / (depth + CHANNELS - 1);
        assertThat(got).isLessThanOrEqualTo(1.001 * Math.min(depth * each, CHANNELS * each));
        assertThat(got).isGreaterThanOrEqualTo(0.99 * exponential);
        if (depth == 1) {
            assertThat(got).isCloseTo(each, within(0.001 * each));
        }
    }

    /** The slowest of all stands in the way: a controller that takes 20 us for each. */
    @Test
    void theControllerBoundsWhatChannelsCould() {
        StorageBench bench = bench(20 * MICRO, 8_000_000_000_000L, "queue", 1_000L);
        assertThat(throughput(bench, 128)).isCloseTo(50_000, within(50.0));
        long now = bench.simulation.now();
        assertThat(bench.device.parts().stream().filter(part -> part.name().equals("controller")).findFirst().orElseThrow().busyPicos(now))
                .isGreaterThan(now * 999 / 1000);
    }

    /** Reads a second with so many under way for a second. */
    private static double throughput(StorageBench bench, int depth) {
        KeyedSource draws = new KeyedSource(3, 0, KeyedSource.path("ssd"));
        long[] counts = new long[2];
        for (int i = 0; i < depth; i++) {
            new Object() {
                void next() {
                    long page = (long) (draws.at(0, counts[0]++, 0).nextDouble() * 100_000);
                    PassedOn read = new PassedOn() {
                        @Override
                        public void ended() {
                            job().ended();
                            counts[1]++;
                            next();
                        }
                    };
                    read.stands(bench.new Operation(0, bench.simulation.now(), false, page * PAGE, PAGE));
                    bench.device.submit(read);
                }
            }.next();
        }
        bench.simulation.runUntil(Time.PICOS_PER_SECOND);
        bench.device.checkConservation();
        assertThat(counts[0] - counts[1]).isEqualTo(depth);
        return counts[1];
    }
}
