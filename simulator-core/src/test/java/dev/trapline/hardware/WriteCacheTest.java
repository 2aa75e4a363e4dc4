package dev.trapline.hardware;

import static dev.trapline.hardware.StorageBench.MICRO;
import static dev.trapline.hardware.StorageBench.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.engine.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A write is done when the cache has it; what it holds is written behind, and a full one pushes back. Behind it is a disk that
 * takes a millisecond for each operation and a microsecond for each 1,000 bytes; taking 10,000 bytes in takes 5 us and 20 us.
 */
class WriteCacheTest {
    private static final long CHUNK = 10_240;

    private final Simulation simulation = new Simulation();

    private StorageBench bench(long cacheBytes) {
        return new StorageBench(StorageBench.sheet(
                "disk", "overhead", MILLI, "track-seek", 0L, "average-seek", 0L, "full-seek", 0L, "rotation", 0L,
                "transfer", 8_000_000_000L, "capacity", 1_000_000_000L, "write-cache", cacheBytes, "interface", 8 * 512_000_000L));
    }

    /** A millisecond of the controller and 20 us at the interface. */
    @Test
    void aWriteEndsInTheCache() {
        StorageBench bench = bench(100_000);
        StorageBench.Operation write = bench.write(0, CHUNK);
        bench.run(10);
        assertThat(write.micros()).isEqualTo(1_020);
        assertThat(write.micros(StorageTime.CONTROLLER)).isEqualTo(1_020);
        assertThat(bench.device.isIdle()).isTrue();
        assertThat(bench.device.parts().get(0).busyPicos(bench.simulation.now())).isEqualTo(MILLI + 10_240_000L);
    }

    /** Three fit: the fourth waits until the first is on the disk. */
    @Test
    void aFullCachePushesBack() {
        StorageBench bench = bench(3 * CHUNK);
        List<StorageBench.Operation> writes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writes.add(bench.write(i * 100 * CHUNK, CHUNK));
        }
        bench.run(10);
        assertThat(writes.stream().map(StorageBench.Operation::micros).limit(3)).containsExactly(1_020L, 2_040L, 3_060L);
        // in at 1,020, on the disk 1,010.24 later, and then the fourth enters behind the third
        assertThat(writes.get(3).micros(StorageTime.CACHE_FULL)).isEqualTo(2_030);
        assertThat(writes.get(3).micros()).isEqualTo(3_060 + 1_020);
    }

    @Test
    void readsCompeteWithWhatIsWrittenBehind() {
        StorageBench bench = bench(1_000_000);
        bench.write(0, CHUNK);
        StorageBench.Operation read = bench.at(1_100 * MICRO, false, 500 * CHUNK, CHUNK);
        bench.run(10);
        // the disk is busy with the write from 1,020 to 2,030.24 us
        assertThat(read.micros(StorageTime.QUEUE)).isEqualTo(930);
        assertThat(read.micros()).isEqualTo(930 + 1_010);
    }

    @Test
    void whatItHoldsIsReadFromIt() {
        StorageBench bench = bench(1_000_000);
        bench.write(0, CHUNK);
        StorageBench.Operation held = bench.at(1_100 * MICRO, false, 512, 1_024);
        StorageBench.Operation partly = bench.at(1_100 * MICRO, false, CHUNK - 512, 1_024);
        bench.run(10);
        assertThat(held.micros(StorageTime.CONTROLLER)).isEqualTo(1_002);
        assertThat(partly.micros(StorageTime.SERVICE)).isEqualTo(1_001);
    }

    @Test
    void aWriteThatIsLargerGoesPastIt() {
        StorageBench bench = bench(CHUNK);
        StorageBench.Operation write = bench.write(0, 2 * CHUNK);
        bench.run(10);
        assertThat(write.micros(StorageTime.SERVICE)).isEqualTo(1_020);
    }

    @Test
    void extentsMergeAndComeOutUpwardsInUnits() {
        DirtyBytes dirty = new DirtyBytes();
        assertThat(dirty.add(100, 100)).isZero();
        assertThat(dirty.add(300, 100)).isZero();
        assertThat(dirty.add(150, 200)).isEqualTo(100);
        assertThat(dirty.bytes()).isEqualTo(300);
        assertThat(dirty.holds(100, 300)).isTrue();
        assertThat(dirty.holds(100, 301)).isFalse();
        assertTaken(dirty, dirty.take(256, false), 100, 256);
        dirty.add(10, 50);
        assertTaken(dirty, dirty.take(256, false), 256, 400);
        assertThat(dirty.take(256, false)).as("what was added last may go on").isFalse();
        assertTaken(dirty, dirty.take(256, true), 10, 60);
        assertThat(dirty.isEmpty()).isTrue();
        assertThat(dirty.bytes()).isZero();
    }

    private static void assertTaken(DirtyBytes dirty, boolean taken, long begin, long end) {
        assertThat(taken).isTrue();
        assertThat(dirty.takenBegin()).isEqualTo(begin);
        assertThat(dirty.takenEnd()).isEqualTo(end);
    }

    /** Against a map of the same extents, over many random changes. */
    @Test
    void extentsAreFoundAsInAMap() {
        Random random = new Random(1);
        Extents extents = new Extents();
        TreeMap<Long, Long> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            long begin = random.nextInt(2_000);
            Map.Entry<Long, Long> floor = expected.floorEntry(begin);
            Map.Entry<Long, Long> ceiling = expected.ceilingEntry(begin);
            int found = extents.floor(begin);
            assertThat(found == Extents.NONE ? null : Map.entry(extents.begin(found), extents.end(found))).isEqualTo(floor);
            int next = extents.ceiling(begin);
            assertThat(next == Extents.NONE ? null : Map.entry(extents.begin(next), extents.end(next))).isEqualTo(ceiling);
            if (expected.containsKey(begin)) {
                expected.remove(begin);
                extents.remove(begin);
            } else if (i / 3_000 % 2 == 0 || expected.isEmpty()) {
                expected.put(begin, begin + i);
                extents.add(begin, begin + i);
            } else {
                extents.remove(expected.pollFirstEntry().getKey());
            }
            assertThat(extents.isEmpty()).isEqualTo(expected.isEmpty());
        }
    }

    /** What would be missed if a device behind forgot what it was given. */
    @Test
    void aDeviceThatForgetsIsFound() {
        DiskModel steady = (DiskModel) Devices.standard().create(StorageBench.steadyDisk().values());
        BlockDevice forgetful = new Controller("forgetful", new Disk("disk", steady, simulation), 0, simulation) {
            @Override
            public void submit(Job job) {}
        };
        StorageBench bench = bench(CHUNK);
        BlockDevice limited = new QueueLimit(forgetful, 1, simulation);
        limited.submit(bench.read(0, 512));
        assertThatThrownBy(limited::checkConservation).hasMessageContaining("it is idle");
    }
}
