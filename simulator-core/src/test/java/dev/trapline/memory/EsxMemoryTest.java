package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Time;
import dev.trapline.memory.MemoryCounts.Count;
import org.junit.jupiter.api.Test;

/** ESX without balloons: it swaps pages at random, each by itself, and knows how much of each guest is used. */
class EsxMemoryTest {

    /** A page that comes back comes alone, and has to be written when it goes again. */
    @Test
    void pagesComeAloneAndKeepNoSlot() {
        MemoryBench bench = new MemoryBench("esx", 1000, "batch", 1L);
        GuestMemory guest = bench.guest(100, 64);
        MemoryBench.back(guest, 64);
        bench.use(guest, 64, true);
        int gone = swapped(guest);
        assertThat(bench.use(guest, gone, false)).isEqualTo(1001 + 1001);
        assertThat(guest.slot(gone)).isEqualTo(SwapArea.NONE);
        assertThat(guest.counts().get(Count.SWAP_READS)).isEqualTo(1);
        bench.memory.checkConservation();
    }

    private static int swapped(GuestMemory guest) {
        for (int page = 0; page < guest.pages(); page++) {
            if (guest.isSwapped(page)) {
                return page;
            }
        }
        throw new AssertionError("nothing is swapped");
    }

    /** Kernel, pinned and absent pages do not go; any other may. */
    @Test
    void anyPageMayGo() {
        MemoryBench bench = new MemoryBench("esx", 1000);
        GuestMemory guest = bench.guest(20);
        guest.managedBy(null, 5);
        MemoryBench.back(guest, 10);
        guest.pin(6, true);
        RandomSwapping swapping =
                new RandomSwapping(bench.memory, new MemorySurroundings(bench.memory, null, null, 1, 0).draws("x"), 1);
        boolean[] seen = new boolean[20];
        for (int i = 0; i < 500; i++) {
            seen[swapping.any(guest)] = true;
        }
        for (int page = 0; page < 20; page++) {
            assertThat(seen[page]).as("page %d", page).isEqualTo(page >= 5 && page < 10 && page != 6);
        }
    }

    /** Half of its pages are used all the time; 100 of them are watched for 30 s. */
    @Test
    void theWorkingSetIsEstimatedBySampling() {
        MemoryBench bench = new MemoryBench("esx", 20_000, "scan-rate", 0.0);
        GuestMemory guest = bench.guest(10_000);
        MemoryBench.back(guest, 10_000);
        guest.managedBy(null, 0);
        bench.memory.start();
        assertThat(bench.memory.policy().active(guest)).as("nothing is known yet").isEqualTo(1);
        for (int second = 0; second < 95; second++) {
            use(guest, 5000);
            bench.simulation.runUntil((second + 1) * Time.PICOS_PER_SECOND);
        }
        assertThat(bench.memory.policy().active(guest)).isEqualTo(0.5, within(0.15));
    }

    /** A rise is seen within the period, a fall only by and by. */
    @Test
    void aRiseIsSeenAtOnceAndAFallSlowly() {
        MemoryBench bench = new MemoryBench("esx", 20_000, "scan-rate", 0.0);
        GuestMemory guest = bench.guest(10_000);
        MemoryBench.back(guest, 10_000);
        guest.managedBy(null, 0);
        bench.memory.start();
        bench.simulation.runUntil(61 * Time.PICOS_PER_SECOND);
        assertThat(bench.memory.policy().active(guest)).isZero();
        use(guest, 10_000);
        assertThat(bench.memory.policy().active(guest)).as("half of the way, within the period").isEqualTo(0.5, within(1e-9));
        bench.simulation.runUntil(91 * Time.PICOS_PER_SECOND);
        assertThat(bench.memory.policy().active(guest)).isEqualTo(0.5, within(1e-9));
        bench.simulation.runUntil(151 * Time.PICOS_PER_SECOND);
        assertThat(bench.memory.policy().active(guest)).isBetween(0.05, 0.3);
    }

    private static void use(GuestMemory guest, int pages) {
        for (int page = 0; page < pages; page++) {
            guest.touch(page, false);
        }
    }

    /** Two guests of 1,000 pages on 1,500 frames, one used in full, one idle: the idle one loses most of what must go. */
    @Test
    void theIdleGuestIsSwappedOut() {
        MemoryBench bench = new MemoryBench("esx", 1500, "scan-rate", 0.0);
        GuestMemory active = bench.guest(1000);
        GuestMemory idle = bench.guest(1000);
        MemoryBench.back(active, 740);
        MemoryBench.back(idle, 740);
        for (int page = 740; page < 1000; page++) {
            active.begins(page, PageState.SWAPPED);
            idle.begins(page, PageState.SWAPPED);
        }
        active.managedBy(null, 0);
        idle.managedBy(null, 0);
        bench.memory.start();
        for (int second = 1; second <= 300; second++) {
            for (int page = 0; page < 1000; page++) {
                if (!active.touch(page, false)) {
                    active.fetch(page, false, () -> {});
                }
            }
            bench.simulation.runUntil(second * Time.PICOS_PER_SECOND);
        }
        bench.memory.checkConservation();
        assertThat(active.held()).isGreaterThan(950);
        assertThat(idle.held()).isLessThan(560);
    }

    /** A guest grows into all of 2,000 frames: below 2 % free, pages are swapped until 4 % are, whatever it asks for. */
    @Test
    void shortOfFreeMemoryItSwapsInAdvance() {
        MemoryBench bench = new MemoryBench("esx", 2000, "scan-rate", 0.0);
        GuestMemory guest = bench.guest(4000);
        guest.managedBy(null, 0);
        MemoryBench.back(guest, 1900);
        bench.memory.start();
        bench.simulation.runUntil(Time.PICOS_PER_SECOND);
        for (int page = 1900; page < 1961; page++) {
            assertThat(bench.use(guest, page, true)).as("page %d", page).isZero();
        }
        assertThat(bench.memory.free()).isEqualTo(39);
        bench.simulation.runUntil(bench.simulation.now() + Time.PICOS_PER_SECOND);
        assertThat(bench.memory.free()).isGreaterThanOrEqualTo(80);
        assertThat(guest.counts().get(Count.SWAP_WRITES)).isPositive();
        bench.memory.checkConservation();
    }

    /** With a disk that lets nothing out the guest that has more than its target gets no frame of the last 1 %. */
    @Test
    void inTheLowStateWhoHasTooMuchWaits() {
        MemoryBench bench = new MemoryBench("esx", 2000, "scan-rate", 0.0);
        GuestMemory greedy = bench.guest(4000);
        GuestMemory modest = bench.guest(100);
        greedy.managedBy(null, 0);
        modest.managedBy(null, 0);
        MemoryBench.back(greedy, 1900);
        modest.begins(0, PageState.RESIDENT);
        bench.memory.start();
        bench.simulation.runUntil(Time.PICOS_PER_SECOND);
        int page = 1900;
        while (bench.memory.free() > 19) {
            greedy.fetch(page++, true, () -> {});
        }
        assertThat(greedy.fetch(page, true, () -> {})).as("more than its target").isFalse();
        assertThat(modest.fetch(1, true, () -> {})).as("less than its target").isTrue();
        bench.simulation.runUntil(bench.simulation.now() + Time.PICOS_PER_SECOND);
        assertThat(greedy.state(page)).isEqualTo(PageState.RESIDENT);
        bench.memory.checkConservation();
    }
}
