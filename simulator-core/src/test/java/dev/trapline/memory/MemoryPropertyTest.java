package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.random.KeyedSource;
import dev.trapline.spec.MemoryTerms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever guests do, frames in use and free ones are the machine's memory, and every page is in one place. */
class MemoryPropertyTest {

    @ParameterizedTest
    @CsvSource({"host-paging, 1", "host-paging, 2", "host-paging, 3", "esx, 1", "esx, 2", "esx, 3"})
    void nothingIsLost(String policy, long seed) {
        MemoryBench bench = new MemoryBench(policy, 300);
        GuestContents contents = new GuestContents(bench.memory.shared());
        KeyedSource draws = new KeyedSource(seed, 0, KeyedSource.path("property"));
        for (int i = 0; i < 3; i++) {
            GuestMemory guest = bench.guest(200, i == 0 ? 80 : 200);
            MemoryBench.back(guest, 70);
            contents.fill(guest, "linux", new MemoryTerms(1, 0, 0, true, true, 40L * Pages.BYTES, 4096, 60L * Pages.BYTES));
            guest.managedBy(null, 5);
        }
        bench.memory.start();
        for (int i = 0; i < 20_000; i++) {
            act(bench, bench.memory.guests().get(draws.nextInt(3)), draws);
            if (i % 50 == 0) {
                bench.memory.checkConservation();
                assertThat(bench.memory.free()).isBetween(0, 300);
            }
        }
    }

    private static void act(MemoryBench bench, GuestMemory guest, KeyedSource draws) {
        int page = draws.nextInt(200);
        boolean write = draws.nextInt(4) == 0;
        int what = draws.nextInt(40);
        if (what == 0 && guest.state(page) == PageState.BALLOONED) {
            guest.deflate(page);
        } else if (what == 1 && !guest.isKernel(page) && guest.state(page) != PageState.BALLOONED && guest.count(PageState.BALLOONED) < 50) {
            guest.inflate(page);
            guest.settle();
        } else if (what == 2) {
            bench.simulation.runUntil(bench.simulation.now() + 700 * MemoryBench.MICRO);
        } else if (guest.state(page) != PageState.BALLOONED && !guest.touch(page, write) && guest.limit() > 60) {
            guest.fetch(page, write, () -> {});
        }
    }
}
