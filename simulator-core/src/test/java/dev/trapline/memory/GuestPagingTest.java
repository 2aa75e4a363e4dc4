package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.memory.DataSet.Kind;
import dev.trapline.memory.GuestPaging.Reach;
import dev.trapline.memory.MemoryCounts.Count;
import dev.trapline.spec.MemoryTerms;
import org.junit.jupiter.api.Test;

/** A guest's own paging where its platform gives it all of its memory. An operation takes 1,000 us and 1 us for each page. */
class GuestPagingTest {

    /** 20 pages, of them 4 for the kernel; a batch of 2 leaves 4 free at the start. */
    private final GuestBench guest = GuestBench.fixed(20, 4, 4, 2);

    @Test
    void aFileIsReadAheadAndKept() {
        DataSet file = guest.paging.data(0, 100, Kind.FILE, false);
        guest.start();
        assertThat(guest.use(file.page(10), false, 8)).isEqualTo(1008);
        for (int page = 10; page < 18; page++) {
            assertThat(guest.paging.reach(file.page(page), false)).isEqualTo(Reach.THERE);
        }
        assertThat(guest.paging.reach(file.page(18), false)).isEqualTo(Reach.NOT_IN_GUEST);
        assertThat(guest.count(Count.GUEST_READS)).isEqualTo(8);
    }

    /** Reading ends before a page that is there. */
    @Test
    void readAheadStopsAtWhatIsThere() {
        DataSet file = guest.paging.data(0, 100, Kind.FILE, false);
        guest.start();
        guest.use(file.page(4), false, 1);
        assertThat(guest.use(file.page(1), false, 8)).isEqualTo(1003);
    }

    /** 16 pages are free for a file of 17: the page that was used longest ago is dropped, which costs nothing. */
    @Test
    void whatIsOnTheDiskIsDropped() {
        DataSet file = guest.paging.data(0, 100, Kind.FILE, false);
        guest.start();
        for (int page = 0; page < 16; page++) {
            guest.use(file.page(page), false, 1);
        }
        assertThat(guest.use(file.page(16), false, 1)).isEqualTo(1001);
        assertThat(guest.paging.reach(file.page(0), false)).isEqualTo(Reach.NOT_IN_GUEST);
        assertThat(guest.count(Count.GUEST_WRITES)).isZero();
    }

    /** A batch of two pages side by side is written before the file's next page can be read. */
    @Test
    void whatWasWrittenIsWrittenOut() {
        DataSet file = guest.paging.data(0, 100, Kind.FILE, false);
        guest.start();
        for (int page = 0; page < 16; page++) {
            guest.use(file.page(page), true, 1);
        }
        assertThat(guest.use(file.page(16), false, 1)).isEqualTo(1002 + 1001);
        assertThat(guest.count(Count.GUEST_WRITES)).isEqualTo(2);
        assertThat(guest.use(file.page(17), false, 1)).as("a page is free already").isEqualTo(1001);
    }

    /** Memory of a program begins empty, without reading; what leaves goes to the swap area, and comes back in blocks. */
    @Test
    void memoryOfAProgramGoesToTheSwapArea() {
        DataSet heap = guest.paging.data(0, 40, Kind.ANONYMOUS, false);
        guest.start();
        for (int page = 0; page < 16; page++) {
            assertThat(guest.use(heap.page(page), true, 1)).isZero();
        }
        assertThat(guest.count(Count.GUEST_FAULTS)).isZero();
        assertThat(guest.use(heap.page(16), true, 1)).isEqualTo(1002);
        assertThat(guest.use(heap.page(17), true, 1)).isZero();
        assertThat(guest.use(heap.page(18), true, 1)).isEqualTo(1002);
        // pages 0 to 3 are in slots 0 to 3; one page is free, so two are written to have three more, and those two
        assertThat(guest.use(heap.page(0), false, 1)).isEqualTo(1002 + 1002 + 1004);
        assertThat(guest.count(Count.GUEST_READS)).isEqualTo(4);
        assertThat(guest.paging.reach(heap.page(3), false)).isEqualTo(Reach.THERE);
    }

    @Test
    void aPageThatIsUsedWhileItIsWrittenStays() {
        DataSet file = guest.paging.data(0, 100, Kind.FILE, false);
        guest.start();
        for (int page = 0; page < 16; page++) {
            guest.use(file.page(page), true, 1);
        }
        guest.paging.bring(file.page(16), 1, null, null, () -> {});
        assertThat(guest.paging.reach(file.page(0), false)).isEqualTo(Reach.THERE);
        guest.machine.simulation.runUntil(30_000 * MemoryBench.MICRO);
        assertThat(guest.paging.reach(file.page(0), false)).isEqualTo(Reach.THERE);
        assertThat(guest.paging.reach(file.page(1), false)).isEqualTo(Reach.NOT_IN_GUEST);
        assertThat(guest.paging.reach(file.page(16), false)).isEqualTo(Reach.THERE);
    }

    @Test
    void twoWhoNeedOnePageReadItOnce() {
        DataSet file = guest.paging.data(0, 100, Kind.FILE, false);
        guest.start();
        int[] done = {0};
        guest.paging.bring(file.page(5), 4, null, null, () -> done[0]++);
        guest.paging.bring(file.page(7), 4, null, null, () -> done[0]++);
        guest.machine.simulation.runUntil(1100 * MemoryBench.MICRO);
        assertThat(done[0]).isEqualTo(2);
        assertThat(guest.count(Count.GUEST_READS)).isEqualTo(4);
    }

    /** 12 of 24 pages are there at the start, those of the first ranks; the last of them is the next to go. */
    @Test
    void whatIsLikedMostIsThereAtTheStart() {
        DataSet file = guest.paging.data(0, 24, Kind.FILE, true);
        guest.start();
        for (int rank = 0; rank < 24; rank++) {
            assertThat(guest.paging.reach(file.pageOfRank(rank), false))
                    .as("rank %d", rank)
                    .isEqualTo(rank < 12 ? Reach.THERE : Reach.NOT_IN_GUEST);
        }
    }

    @Test
    void anUnusedPartOfAProgramsMemoryIsInTheSwapArea() {
        DataSet heap = guest.paging.data(0, 24, Kind.ANONYMOUS, true);
        guest.start();
        assertThat(guest.use(heap.pageOfRank(20), false, 1)).isGreaterThan(1000);
        assertThat(guest.count(Count.GUEST_READS)).isPositive();
    }

    @Test
    void aKernelThatIsLargerThanTheMemoryIsAnError() {
        GuestBench tiny = GuestBench.fixed(20, 18, 4, 2);
        assertThatThrownBy(tiny::start).hasMessageContaining("'guest' has 20 pages of memory; 18 for its kernel");
    }

    @Test
    void aLimitBelowTheKernelIsAnError() {
        GuestMemory limited = GuestMemory.fixed(new GuestMemory.Terms("guest", 0, 40, 1, 0, 20, false, false));
        GuestBench tiny = new GuestBench(
                new MemoryBench("host-paging", 100_000), limited, MemoryTerms.NEUTRAL, 18, 4, 2);
        assertThatThrownBy(tiny::start).hasMessageContaining("'guest' may have 20 pages of the machine's memory, too few");
    }
}
