package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Time;
import dev.trapline.spec.MemoryTerms;
import dev.trapline.work.Price;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pages with the same contents share a frame, counted by hand: of a guest's 40 pages 7 repeat two contents, 17 are those of
 * any guest with its operating system, and 16 are its own.
 */
class PageSharingTest {
    private static final long PAGE = Pages.BYTES;
    private static final MemoryTerms TERMS = new MemoryTerms(1, 0, 0, true, true, 7 * PAGE, 2 * PAGE, 17 * PAGE);

    private final MemoryBench bench = new MemoryBench("esx", 1000);
    private final List<GuestMemory> guests = new ArrayList<>();
    private boolean breaks;
    private final PageSharing sharing = new PageSharing(
            bench.memory, new MemorySurroundings(bench.memory, null, Price.FREE, 1, 0).draws("scan"), new Chores(List.of(), Price.FREE),
            () -> breaks, 50, 200);

    private void start(int count, String... systems) {
        GuestContents contents = new GuestContents(bench.memory.shared());
        for (int i = 0; i < count; i++) {
            GuestMemory guest = bench.guest(40);
            MemoryBench.back(guest, 40);
            contents.fill(guest, systems[i % systems.length], TERMS);
            guests.add(guest);
        }
    }

    private void scanAll() {
        for (int round = 0; round < 2; round++) {
            for (GuestMemory guest : guests) {
                for (int page = 0; page < 40; page++) {
                    sharing.scan(guest, page);
                }
            }
        }
        bench.memory.checkConservation();
    }

    private int shared() {
        return bench.memory.shared().pages();
    }

    private int saved() {
        return bench.memory.shared().pages() - bench.memory.shared().frames();
    }

    /** Its own copies: 7 pages in 2 frames. */
    @Test
    void oneGuestSharesWithItself() {
        start(1, "linux");
        scanAll();
        assertThat(shared()).isEqualTo(7);
        assertThat(saved()).isEqualTo(5);
        assertThat(bench.memory.free()).isEqualTo(1000 - 40 + 5);
    }

    /** 48 pages in 19 frames; from then on 24 more of each guest. */
    @Test
    void guestsShareWithEachOther() {
        start(2, "linux");
        scanAll();
        assertThat(shared()).isEqualTo(48);
        assertThat(saved()).isEqualTo(29);
        double each = MemoryFacts.of(guests.get(0), bench.memory).saved();
        assertThat(each + MemoryFacts.of(guests.get(1), bench.memory).saved()).isEqualTo(29, within(1e-9));
    }

    @Test
    void tenGuestsShareAsOneWouldReckon() {
        start(10, "linux");
        scanAll();
        assertThat(shared()).isEqualTo(240);
        assertThat(saved()).isEqualTo(240 - 19);
    }

    @Test
    void otherSystemsHaveOtherContents() {
        start(2, "linux", "windows");
        scanAll();
        assertThat(shared()).isEqualTo(2 * 7);
        assertThat(saved()).isEqualTo(2 * 5);
    }

    @Test
    void aWriteNeedsAFrameOfItsOwn() {
        start(2, "linux");
        scanAll();
        GuestMemory guest = guests.get(0);
        int free = bench.memory.free();
        assertThat(bench.use(guest, 20, false)).isZero();
        assertThat(guest.state(20)).isEqualTo(PageState.SHARED);
        assertThat(bench.use(guest, 20, true)).isZero();
        assertThat(guest.state(20)).isEqualTo(PageState.RESIDENT);
        assertThat(bench.memory.free()).isEqualTo(free - 1);
        assertThat(shared()).isEqualTo(47);
        scanAll();
        assertThat(shared()).as("its contents are its own now").isEqualTo(47);
    }

    @Test
    void theLastToLeaveFreesTheFrame() {
        start(2, "linux");
        scanAll();
        int free = bench.memory.free();
        bench.use(guests.get(0), 20, true);
        bench.use(guests.get(1), 20, true);
        assertThat(bench.memory.free()).isEqualTo(free - 2 + 1);
        bench.memory.checkConservation();
    }

    @Test
    void aLargePageIsBrokenUpOnlyWhenMemoryIsShort() {
        GuestContents contents = new GuestContents(bench.memory.shared());
        GuestMemory guest = bench.memory.newGuest(new GuestMemory.Terms("large", 0, 40, 1, 0, 40, true, true));
        MemoryBench.back(guest, 40);
        contents.fill(guest, "linux", TERMS);
        guests.add(guest);
        scanAll();
        assertThat(shared()).isZero();
        assertThat(MemoryFacts.of(guest, bench.memory).large()).isEqualTo(40);
        breaks = true;
        scanAll();
        assertThat(shared()).isEqualTo(7);
        assertThat(MemoryFacts.of(guest, bench.memory).large()).isZero();
    }

    /** 200 pages a second of all, at most 50 of each: after a minute at most 3,000 of each guest have been looked at. */
    @Test
    void theRateOfScanningLimitsTheGain() {
        MemoryBench large = new MemoryBench("esx", 20_000);
        GuestContents contents = new GuestContents(large.memory.shared());
        MemoryTerms alike = new MemoryTerms(1, 0, 0, true, true, 0, 0, 5000 * PAGE);
        for (int i = 0; i < 2; i++) {
            GuestMemory guest = large.guest(5000);
            MemoryBench.back(guest, 5000);
            contents.fill(guest, "linux", alike);
            guest.managedBy(null, 0);
        }
        large.memory.start();
        large.simulation.runUntil(60 * Time.PICOS_PER_SECOND);
        large.memory.checkConservation();
        int minute = large.memory.shared().pages();
        assertThat(minute).isBetween(1000, 6000);
        large.simulation.runUntil(600 * Time.PICOS_PER_SECOND);
        assertThat(large.memory.shared().pages()).isBetween(9000, 10_000);
    }
}
