package dev.trapline.hardware;

import static dev.trapline.hardware.StorageBench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.random.KeyedSource;
import dev.trapline.spec.DeviceSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an array does for each operation, counted and timed by hand: a member's operation takes 1,000 us and 1 us a KB. */
class RaidTest {
    private static final long UNIT = 10_240;

    private static DeviceSpec sheet(long level, long members, Object... more) {
        List<Object> told = new ArrayList<>(List.of("level", level, "member", StorageBench.steadyDisk(), "members", members, "stripe", UNIT));
        told.addAll(List.of(more));
        return StorageBench.sheet("raid", told.toArray());
    }

    /** The time that members were busy, as so many operations with so many bytes in all. */
    private static void assertWork(StorageBench bench, int members, long operations, long bytes) {
        long busy = bench.device.parts().get(0).busyPicos(bench.simulation.now());
        long expected = operations * 1_000 * MICRO + bytes * MICRO / 1_000;
        assertThat(busy * members).isBetween(expected - members, expected + members);
    }

    /** Operations of members for one of 512 bytes, one of a row, and how long each takes. */
    @ParameterizedTest
    @CsvSource({
        // level, members, reads for a small read, operations for a small write, and for a row of so many units
        "0, 4, 1, 1, 4, 4, 1000, 1010",
        "1, 2, 1, 2, 1, 2, 1000, 1010",
        "1, 3, 1, 3, 1, 3, 1000, 1010",
        "10, 4, 1, 2, 2, 4, 1000, 1010",
        "5, 3, 1, 4, 2, 3, 2001, 1010",
        "5, 5, 1, 4, 4, 5, 2001, 1010",
    })
    void countsAndTimes(long level, int members, int smallRead, int smallWrite, int rowUnits, int rowWrite, long smallMicros, long rowMicros) {
        StorageBench reading = new StorageBench(sheet(level, members));
        assertThat(reading.device.capacityBytes()).isEqualTo(rowUnits * (1_000_000_000 / UNIT) * UNIT);
        StorageBench.Operation read = reading.read(3 * UNIT + 1_024, 512);
        reading.run(10);
        assertThat(read.micros()).isEqualTo(1_000);
        assertWork(reading, members, smallRead, 512);

        StorageBench writing = new StorageBench(sheet(level, members));
        StorageBench.Operation write = writing.write(3 * UNIT + 1_024, 512);
        writing.run(10);
        assertThat(write.micros()).isEqualTo(smallMicros);
        assertWork(writing, members, smallWrite, smallWrite * 512L);

        StorageBench rows = new StorageBench(sheet(level, members));
        StorageBench.Operation row = rows.write(7 * rowUnits * UNIT, rowUnits * UNIT);
        rows.run(10);
        assertThat(row.micros()).isEqualTo(rowMicros);
        assertWork(rows, members, rowWrite, rowWrite * UNIT);
    }

    /** Half of unit 0 and half of unit 1: two old pieces and the old parity of all that they touch, then the same written. */
    @Test
    void aPartOfARowReadsTheParityThatItTouches() {
        StorageBench bench = new StorageBench(sheet(5, 4));
        StorageBench.Operation write = bench.write(UNIT / 2, UNIT);
        bench.run(10);
        assertWork(bench, 4, 6, 2 * (UNIT / 2 + UNIT / 2 + UNIT));
        assertThat(write.micros()).isEqualTo(2 * 1_010);
        assertThat(write.micros(StorageTime.SERVICE)).isEqualTo(2 * 1_010);
    }

    /** Two whole rows are one operation for each member. */
    @Test
    void whatLiesSideBySideOnAMemberIsOneOperation() {
        StorageBench bench = new StorageBench(sheet(0, 4));
        StorageBench.Operation read = bench.read(0, 8 * UNIT);
        bench.run(10);
        assertWork(bench, 4, 4, 8 * UNIT);
        assertThat(read.micros()).isEqualTo(1_020);
    }

    @Test
    void mirrorsShareReads() {
        StorageBench bench = new StorageBench(sheet(1, 2));
        List<StorageBench.Operation> reads = List.of(bench.read(0, 512), bench.read(0, 512), bench.read(0, 512));
        bench.run(10);
        assertThat(reads.stream().map(StorageBench.Operation::micros)).containsExactly(1_000L, 1_000L, 2_001L);
        assertThat(reads.get(2).micros(StorageTime.QUEUE)).isEqualTo(1_000);
    }

    /** Behind another write the parts end at different instants: the time is that of the one that waited. */
    @Test
    void theTimeIsThatOfThePartThatEndsLast() {
        StorageBench bench = new StorageBench(sheet(0, 2));
        bench.read(0, 512);
        StorageBench.Operation both = bench.read(0, 2 * UNIT);
        bench.run(10);
        assertThat(both.micros(StorageTime.QUEUE)).isEqualTo(1_000);
        assertThat(both.micros(StorageTime.SERVICE)).isEqualTo(1_010);
        assertThat(both.micros()).isEqualTo(2_010);
    }

    @Test
    void controllerLinkAndCache() {
        StorageBench bench = new StorageBench(
                sheet(5, 3, "overhead", 50 * MICRO, "transfer", 8 * 102_400_000L, "write-cache", 1_000_000L, "read-cache", 1_000_000L));
        StorageBench.Operation write = bench.write(0, UNIT);
        bench.run(1);
        // 100 us over the link, 50 us of the controller
        assertThat(write.micros()).isEqualTo(150);
        bench.run(10);
        StorageBench.Operation cached = bench.read(0, 4_096);
        StorageBench.Operation other = bench.read(100 * UNIT, 4_096);
        bench.run(10);
        assertThat(cached.micros()).isEqualTo(50 + 40);
        assertThat(other.micros(StorageTime.CONTROLLER_QUEUE)).isEqualTo(50);
        assertThat(other.micros()).isEqualTo(100 + 1_004 + 40);
        StorageBench.Operation again = bench.at(bench.simulation.now(), false, 100 * UNIT, 4_096);
        bench.run(10);
        assertThat(again.micros()).isEqualTo(90);
    }

    @Test
    void withoutABatteryAWriteEndsOnTheMembers() {
        StorageBench bench = new StorageBench(sheet(5, 3, "write-cache", 1_000_000L, "battery", false));
        StorageBench.Operation write = bench.write(0, 512);
        bench.run(10);
        assertThat(write.micros()).isEqualTo(2_001);
    }

    /** Row after row in the cache goes out as whole rows, without reading anything. */
    @Test
    void theCacheMakesWholeRowsOfSmallWrites() {
        StorageBench bench = new StorageBench(sheet(5, 3, "write-cache", 10_000_000L));
        for (int i = 0; i < 40; i++) {
            bench.write(i * UNIT / 2, UNIT / 2);
        }
        bench.run(100);
        assertThat(bench.ended).hasSize(40);
        // the first half unit goes at once, then what is left of its row, each with its parity; the others are whole
        assertWork(bench, 3, 4 + 6 + 9 * 3, 4 * UNIT / 2 + 2 * (UNIT / 2 + UNIT + UNIT) + 27 * UNIT);
    }

    /** Random operations on an array of arrays behind a network: each ends once, and its parts add up (the bench checks that). */
    @Test
    void nothingIsLost() {
        DeviceSpec mirrored = sheet(10, 4);
        DeviceSpec array = StorageBench.sheet(
                "raid", "level", 5L, "member", mirrored, "members", 3L, "stripe", 65_536L, "overhead", 20 * MICRO,
                "write-cache", 300_000L, "read-cache", 500_000L);
        StorageBench bench = new StorageBench(StorageBench.sheet("san", "array", array, "link", 8 * 400_000_000L, "latency", 5 * MICRO, "ports", 2L));
        KeyedSource draws = new KeyedSource(7, 0, KeyedSource.path("raid"));
        for (int i = 0; i < 2_000; i++) {
            draws = draws.at(0, i, 0);
            long address = (long) (draws.nextDouble() * 200_000) * 512;
            bench.at((long) (draws.nextDouble() * 1_000) * StorageBench.MILLI, draws.nextDouble() < 0.5, address, 512 * (1 + i % 300));
        }
        for (int i = 0; i < 100; i++) {
            bench.run(100);
        }
        assertThat(bench.ended).hasSize(2_000);
        assertThat(bench.device.isIdle()).isTrue();
    }

    @Test
    void aNetworkTakesItsLatencyTwice() {
        StorageBench bench = new StorageBench(StorageBench.sheet(
                "san", "array", StorageBench.steadyDisk(), "link", 8 * 102_400_000L, "latency", 7 * MICRO));
        StorageBench.Operation read = bench.read(0, UNIT);
        bench.run(10);
        assertThat(read.micros(StorageTime.FABRIC)).isEqualTo(14);
        assertThat(read.micros(StorageTime.LINK)).isEqualTo(100);
        assertThat(read.micros()).isEqualTo(14 + 100 + 1_010);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 2, RAID 5 needs at least 3 members",
        "10, 5, 'RAID 10 needs at least 4 members, an even number, got 5'",
        "1, 1, RAID 1 needs at least 2",
        "6, 4, 'must be 0, 1, 5 or 10, got 6'",
    })
    void whatIsNoArray(long level, long members, String said) {
        assertThatThrownBy(() -> new StorageBench(sheet(level, members)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }
}
