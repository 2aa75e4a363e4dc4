package dev.trapline.hardware;

import static dev.trapline.hardware.StorageBench.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.spec.DeviceSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones and orders of a disk, by hand. */
class DiskTest {
    private static final long GIGA = 1_000_000_000L;

    /** 200 MB/s outside and 100 inside: half of the bytes lie outside of the radius at which it is sqrt(25,000) = 158.1. */
    @Test
    void transferFallsFromTheOuterTracksToTheInner() {
        StorageBench bench = new StorageBench(zoned(0));
        List<StorageBench.Operation> reads =
                List.of(bench.read(0, 1_000_000), bench.read(GIGA / 2, 1_000_000), bench.read(GIGA - 1_000_000, 1_000_000));
        bench.run(100);
        assertThat(reads.stream().map(read -> read.micros(StorageTime.SERVICE))).containsExactly(5_000L, 6_324L, 9_985L);
    }

    /** The whole disk takes its bytes at the mean of the two rates: as much radius is passed at each rate. */
    @Test
    void anglesFollowFromWhatPassesInARevolution() {
        DiskModel model = (DiskModel) Devices.standard().create(zoned(10 * MILLI).values());
        assertThat(model.angle(0)).isZero();
        // 2 MB pass in the outermost revolution of 10 ms, a little less in the next
        assertThat(model.angle(1_000_000)).isCloseTo(0.5, within(0.001));
        assertThat(model.angle(2_000_000)).isCloseTo(0.000375, within(1e-6));
        // all of it: 1 GB / 150 MB/s = 666.667 revolutions
        assertThat(model.angle(GIGA)).isCloseTo(0.667, within(0.001));
    }

    private static DeviceSpec zoned(long rotation) {
        return StorageBench.sheet(
                "disk", "overhead", 0L, "track-seek", 0L, "average-seek", 0L, "full-seek", 0L, "rotation", rotation,
                "transfer", 8 * 200_000_000L, "inner-transfer", 8 * 100_000_000L, "capacity", GIGA, "order", "fifo");
    }

    @Test
    void tracksDoNotGetFasterInwards() {
        assertThatThrownBy(() -> new StorageBench(StorageBench.sheet(
                        "disk", "track-seek", 0L, "average-seek", 0L, "full-seek", 0L, "rotation", 0L,
                        "transfer", 8_000_000_000L, "inner-transfer", 9_000_000_000L)))
                .hasMessageContaining("inner-transfer");
    }

    /** The head is at 0.5 after the first; the others wait at 0.4, 0.9, 0.6, 0.1. */
    @ParameterizedTest
    @CsvSource({"nearest, 0 1 3 2 4", "c-look, 0 3 2 4 1", "fifo, 0 1 2 3 4"})
    void takesTheNextByItsOrder(String order, String expected) {
        StorageBench bench = new StorageBench(StorageBench.sheet(
                "disk", "track-seek", MILLI, "average-seek", 5 * MILLI, "full-seek", 20 * MILLI, "rotation", 0L,
                "transfer", 8_000_000_000L, "capacity", GIGA, "order", order));
        for (long tenth : new long[] {5, 4, 9, 6, 1}) {
            bench.read(tenth * GIGA / 10, 512);
        }
        bench.run(200);
        String took = String.join(" ", bench.ended.stream().map(read -> "" + read.number).toList());
        assertThat(took).isEqualTo(expected);
    }
}
