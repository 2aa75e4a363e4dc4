package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.engine.Simulation;
import dev.trapline.hardware.Disk;
import dev.trapline.hardware.DiskModel;
import org.junit.jupiter.api.Test;

/** Slots go round; a place on a disk has positions and angles. */
class SwapAreaTest {
    /** A track of 40,960 bytes, ten pages; 100 pages in all. */
    private static final Disk DISK =
            new Disk("disk", DiskModel.plain(0, 0, 10_000_000_000L, 4_096_000, 1, 409_600), new Simulation());

    private final SwapArea area = new SwapArea(4, new DiskPlace(DISK, 0.5));

    @Test
    void slotsAreGivenInTurnAndThoseInUseArePassedOver() {
        assertThat(area.give(10)).isZero();
        assertThat(area.give(11)).isEqualTo(1);
        assertThat(area.give(12)).isEqualTo(2);
        area.release(0);
        assertThat(area.give(13)).isEqualTo(3);
        assertThat(area.give(14)).isZero();
        area.release(2);
        assertThat(area.give(15)).isEqualTo(2);
        assertThat(area.page(0)).isEqualTo(14);
        assertThat(area.page(2)).isEqualTo(15);
        assertThat(area.inUse()).isEqualTo(4);
    }

    @Test
    void aFullAreaSaysSo() {
        for (int page = 0; page < 4; page++) {
            area.give(page);
        }
        assertThatThrownBy(() -> area.give(4)).hasMessageContaining("all 4 slots");
    }

    /** It begins at page 50 of 100, at the beginning of a track; the third page is two tenths of a turn further. */
    @Test
    void pagesLieOneBehindTheOther() {
        assertThat(area.place().position(0)).isEqualTo(0.5);
        assertThat(area.place().position(3)).isEqualTo(0.53);
        assertThat(area.place().angle(0)).isZero();
        assertThat(area.place().angle(2)).isEqualTo(0.2, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(area.place().angle(12)).isEqualTo(0.2, org.assertj.core.data.Offset.offset(1e-12));
    }
}
