package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.memory.MemoryCounts.Count;
import org.junit.jupiter.api.Test;

/** A host that pages its guests, page by page. An operation of the disk takes 1,000 us and 1 us for each page. */
class HostPagingTest {

    private static MemoryBench bench(int frames, long batch, long readAround) {
        return new MemoryBench("host-paging", frames, "batch", batch, "read-around", readAround, "low", 0L);
    }

    @Test
    void whatFitsCostsNoTime() {
        MemoryBench bench = bench(4, 1, 1);
        GuestMemory guest = bench.guest(8);
        for (int page = 0; page < 4; page++) {
            assertThat(bench.use(guest, page, true)).isZero();
        }
        assertThat(guest.held()).isEqualTo(4);
        assertThat(guest.counts().get(Count.HOST_FAULTS)).isEqualTo(4);
        assertThat(guest.counts().get(Count.MAJOR_FAULTS)).isZero();
        bench.memory.checkConservation();
    }

    /** The fifth page waits until the first has been written; to have the first again the second is written, then it is read. */
    @Test
    void whatDoesNotFitIsWrittenAndReadAgain() {
        MemoryBench bench = bench(4, 1, 1);
        GuestMemory guest = bench.guest(8);
        MemoryBench.back(guest, 4);
        assertThat(bench.use(guest, 4, true)).isEqualTo(1001);
        assertThat(guest.state(0)).isEqualTo(PageState.SWAPPED);
        assertThat(bench.use(guest, 0, false)).isEqualTo(2002);
        assertThat(guest.state(1)).isEqualTo(PageState.SWAPPED);
        assertThat(guest.counts().get(Count.MAJOR_FAULTS)).isEqualTo(1);
        assertThat(guest.counts().get(Count.SWAP_WRITES)).isEqualTo(2);
        bench.memory.checkConservation();
    }

    @Test
    void whatWasUsedSinceIsSpared() {
        MemoryBench bench = bench(4, 1, 1);
        GuestMemory guest = bench.guest(8);
        MemoryBench.back(guest, 4);
        bench.use(guest, 0, false);
        bench.use(guest, 1, false);
        bench.use(guest, 4, false);
        assertThat(guest.state(2)).isEqualTo(PageState.SWAPPED);
        assertThat(guest.state(0)).isEqualTo(PageState.RESIDENT);
    }

    /** Four pages left one after the other, so they lie side by side: all of them come with the first. */
    @Test
    void neighboursInTheSwapAreaComeAlong() {
        MemoryBench bench = bench(8, 4, 4);
        GuestMemory guest = bench.guest(16);
        MemoryBench.back(guest, 8);
        assertThat(bench.use(guest, 8, true)).isEqualTo(1004);
        assertThat(guest.counts().get(Count.SWAP_WRITES)).isEqualTo(4);
        // one frame was taken of the four; the next four are written before four can be read
        assertThat(bench.use(guest, 2, false)).isEqualTo(1004 + 1004);
        for (int page = 0; page < 4; page++) {
            assertThat(guest.state(page)).as("page %d", page).isEqualTo(PageState.RESIDENT);
        }
        assertThat(guest.counts().get(Count.SWAP_READS)).isEqualTo(4);
        bench.memory.checkConservation();
    }

    /** A page that came along unasked is still in its slot and can go again without being written; the one asked for cannot. */
    @Test
    void whatIsInItsSlotGoesWithoutBeingWritten() {
        MemoryBench bench = bench(8, 4, 4);
        GuestMemory guest = bench.guest(16);
        MemoryBench.back(guest, 8);
        bench.use(guest, 8, true);
        bench.use(guest, 2, false);
        assertThat(guest.slot(0)).isNotEqualTo(SwapArea.NONE);
        assertThat(guest.slot(2)).isEqualTo(SwapArea.NONE);
        bench.use(guest, 0, true);
        assertThat(guest.slot(0)).as("written since").isEqualTo(SwapArea.NONE);
        long written = guest.counts().get(Count.SWAP_WRITES);
        WriteOut writing = new WriteOut(bench.memory);
        guest.swapOut(1, writing);
        guest.swapOut(0, writing);
        writing.submit();
        assertThat(guest.state(1)).isEqualTo(PageState.SWAPPED);
        assertThat(guest.state(0)).isEqualTo(PageState.GOING);
        assertThat(guest.counts().get(Count.SWAP_WRITES)).isEqualTo(written + 1);
        bench.memory.checkConservation();
    }

    @Test
    void aPageThatIsUsedOnItsWayOutStays() {
        MemoryBench bench = bench(4, 1, 1);
        GuestMemory guest = bench.guest(8);
        MemoryBench.back(guest, 4);
        guest.fetch(4, true, () -> {});
        assertThat(guest.state(0)).isEqualTo(PageState.GOING);
        assertThat(guest.touch(0, false)).isTrue();
        bench.runUntilMicros(1500);
        assertThat(guest.state(0)).isEqualTo(PageState.RESIDENT);
        assertThat(guest.touch(4, true)).as("its write freed nothing").isFalse();
    }

    @Test
    void aGuestWithALimitPagesAloneWhileFramesAreFree() {
        MemoryBench bench = bench(100, 1, 1);
        GuestMemory limited = bench.guest(8, 4);
        GuestMemory other = bench.guest(8);
        MemoryBench.back(limited, 4);
        MemoryBench.back(other, 4);
        assertThat(bench.use(limited, 5, true)).isEqualTo(1001);
        assertThat(limited.held()).isEqualTo(4);
        assertThat(bench.use(other, 5, true)).isZero();
        assertThat(other.held()).isEqualTo(5);
        bench.memory.checkConservation();
    }

    @Test
    void theOldestPageOfAllGuestsGoes() {
        MemoryBench bench = bench(4, 1, 1);
        GuestMemory first = bench.guest(4);
        GuestMemory second = bench.guest(4);
        second.begins(0, PageState.RESIDENT);
        first.begins(0, PageState.RESIDENT);
        first.begins(1, PageState.RESIDENT);
        second.begins(1, PageState.RESIDENT);
        bench.use(first, 2, true);
        assertThat(second.state(0)).isEqualTo(PageState.SWAPPED);
        assertThat(first.held()).isEqualTo(3);
        assertThat(second.held()).isEqualTo(1);
    }

    /** With less than 3 of 8 frames free, two pages leave before anybody has to wait. */
    @Test
    void someFramesAreKeptFree() {
        MemoryBench bench = new MemoryBench("host-paging", 8, "batch", 2L, "low", 3L * Pages.BYTES);
        GuestMemory guest = bench.guest(16);
        MemoryBench.back(guest, 5);
        assertThat(bench.use(guest, 5, true)).isZero();
        assertThat(guest.count(PageState.GOING)).isEqualTo(2);
        bench.runUntilMicros(2000);
        assertThat(bench.memory.free()).isEqualTo(4);
    }

    @Test
    void aPinnedPageStays() {
        MemoryBench bench = bench(4, 1, 1);
        GuestMemory guest = bench.guest(8);
        MemoryBench.back(guest, 4);
        guest.pin(0, true);
        bench.use(guest, 4, true);
        assertThat(guest.state(0)).isEqualTo(PageState.RESIDENT);
        bench.use(guest, 5, true);
        assertThat(guest.state(1)).isEqualTo(PageState.SWAPPED);
    }

    @Test
    void twoWhoNeedOnePageWaitForOneFetch() {
        MemoryBench bench = bench(4, 1, 1);
        GuestMemory guest = bench.guest(8);
        MemoryBench.back(guest, 3);
        guest.begins(3, PageState.SWAPPED);
        int[] done = {0};
        assertThat(guest.fetch(3, false, () -> done[0]++)).isFalse();
        assertThat(guest.fetch(3, false, () -> done[0]++)).isFalse();
        bench.runUntilMicros(1001);
        assertThat(done[0]).isEqualTo(2);
        assertThat(guest.counts().get(Count.SWAP_READS)).isEqualTo(1);
    }
}
