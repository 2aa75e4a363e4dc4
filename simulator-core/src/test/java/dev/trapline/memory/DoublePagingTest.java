package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.memory.DataSet.Kind;
import dev.trapline.memory.MemoryCounts.Count;
import dev.trapline.spec.MemoryTerms;
import org.junit.jupiter.api.Test;

/** What a guest and a platform that know nothing of each other do to one page, by hand. */
class DoublePagingTest {
    private static final long PAGE = Pages.BYTES;

    private final MemoryBench machine =
            new MemoryBench("host-paging", 1000, "batch", 1L, "read-around", 1L, "low", 0L);

    private GuestBench guest(int pages, int limit, boolean balloon, boolean used) {
        MemoryTerms terms = new MemoryTerms(1, 0, limit * PAGE, balloon, used, 0, 0, 0);
        GuestMemory memory =
                machine.memory.newGuest(new GuestMemory.Terms("guest", 0, pages, 1, 0, limit, balloon, false));
        return new GuestBench(machine, memory, terms, 4, 1, 2);
    }

    /** The guest believes that page to be free; the host has swapped it, and reads it only to have it overwritten. */
    @Test
    void aStaleReadPrecedesTheGuestsOwn() {
        GuestBench guest = guest(40, 20, false, true);
        DataSet file = guest.paging.data(0, 10, Kind.FILE, false);
        guest.start();
        // a frame for the page by writing another, the page from the swap area, the file's page into it
        assertThat(guest.use(file.page(0), false, 1)).isEqualTo(1001 + 1001 + 1001);
        assertThat(guest.count(Count.STALE_READS)).isEqualTo(1);
        assertThat(guest.count(Count.SWAP_READS)).isEqualTo(1);
        assertThat(guest.count(Count.MAJOR_FAULTS)).isEqualTo(1);
    }

    /** What the host wrote was a file that nobody reads any more, which the guest would have dropped. */
    @Test
    void itsWritesAreSilent() {
        GuestBench guest = guest(40, 20, false, true);
        DataSet file = guest.paging.data(0, 10, Kind.FILE, false);
        guest.start();
        guest.use(file.page(0), false, 1);
        assertThat(guest.count(Count.SWAP_WRITES)).isEqualTo(1);
        assertThat(guest.count(Count.SILENT_WRITES)).isEqualTo(1);
    }

    /** With the balloon in place guest and host agree on what there is. */
    @Test
    void theBalloonAvoidsBoth() {
        GuestBench guest = guest(40, 20, true, true);
        DataSet file = guest.paging.data(0, 10, Kind.FILE, false);
        guest.start();
        assertThat(guest.memory.count(PageState.BALLOONED)).isEqualTo(20);
        for (int page = 0; page < 10; page++) {
            assertThat(guest.use(file.page(page), false, 1)).isEqualTo(1001);
        }
        assertThat(guest.count(Count.SWAP_READS)).isZero();
        assertThat(guest.count(Count.SWAP_WRITES)).isZero();
        machine.memory.checkConservation();
    }

    /** The guest writes out what the host has swapped: each such page is read from one place to be written to another. */
    @Test
    void doublePagingReadsInOrderToWrite() {
        GuestBench guest = guest(40, 20, false, false);
        DataSet heap = guest.paging.data(0, 60, Kind.ANONYMOUS, true);
        guest.start();
        int rank = 0;
        while (guest.paging.reach(heap.pageOfRank(rank), false) != GuestPaging.Reach.NOT_IN_GUEST) {
            rank++;
        }
        for (int i = rank; i < rank + 8; i++) {
            guest.use(heap.pageOfRank(i), true, 1);
        }
        assertThat(guest.count(Count.GUEST_WRITES)).isPositive();
        assertThat(guest.count(Count.DOUBLE_PAGED)).isEqualTo(guest.count(Count.GUEST_WRITES));
        machine.memory.checkConservation();
    }

    /** The balloon moves 2,048 pages a second and no more, of what the guest can spare, and gives them back as fast. */
    @Test
    void theBalloonMovesAtItsRate() {
        MemoryBench large = new MemoryBench("host-paging", 20_000);
        GuestMemory memory = large.memory.newGuest(new GuestMemory.Terms("guest", 0, 10_000, 1, 0, 9_000, true, false));
        GuestBench guest = new GuestBench(large, memory, MemoryTerms.NEUTRAL, 4, 1, 32);
        guest.paging.data(0, 8_000, Kind.FILE, true);
        guest.start();
        assertThat(memory.count(PageState.BALLOONED)).isEqualTo(1000);
        memory.balloonTo(4000, 2048);
        large.simulation.runUntil(1500 * Time.PICOS_PER_MILLI);
        assertThat(memory.count(PageState.BALLOONED)).isEqualTo(3048);
        large.simulation.runUntil(2500 * Time.PICOS_PER_MILLI);
        assertThat(memory.count(PageState.BALLOONED)).isEqualTo(4000);
        memory.balloonTo(1000, 2048);
        large.simulation.runUntil(5000 * Time.PICOS_PER_MILLI);
        assertThat(memory.count(PageState.BALLOONED)).isEqualTo(1000);
        large.memory.checkConservation();
    }
}
