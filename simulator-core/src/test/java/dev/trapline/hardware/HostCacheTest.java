package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host's cache answers, and what it hands to the disk and when, counted by hand. */
class HostCacheTest {
    private static final long PAGE = HostCache.PAGE_BYTES;
    private static final long SECOND = Time.PICOS_PER_SECOND;

    private final Simulation simulation = new Simulation();
    private final SlowDisk disk = new SlowDisk();
    /** Twenty pages, of which two may be written before they go to the disk at once, and four before writers wait. */
    private final HostCache cache = new HostCache(
            "cache", new HostCache.Terms(20 * PAGE, 5 * SECOND, 30 * SECOND, 2 * PAGE, 4 * PAGE), simulation);
    private final BlockDevice back = cache.before(disk, 0, true);
    private final BlockDevice through = cache.before(disk, 0, false);
    private final BlockDevice another = cache.before(disk, 1, true);
    private final List<String> ended = new ArrayList<>();

    @Test
    void whatWasReadIsReadOnce() {
        submit(back, false, 0, PAGE);
        assertThat(ended).isEmpty();
        run(1);
        assertThat(ended).containsExactly("read 0");
        submit(back, false, 0, PAGE);
        assertThat(ended).hasSize(2);
        assertThat(disk.taken).containsExactly("read 4096 at 0");
        cache.checkConservation();
    }

    @Test
    void filesOfOneDiskShareItsPagesAndDisksOfTheirOwnDoNot() {
        submit(back, false, 0, PAGE);
        run(1);
        assertThat(through.answers(false, 0, PAGE)).isTrue();
        assertThat(another.answers(false, 0, PAGE)).isFalse();
        assertThat(back.answers(false, 0, 2 * PAGE)).isFalse();
    }

    @Test
    void whatStayedUnusedLongestLeaves() {
        for (int page = 0; page < 20; page++) {
            submit(back, false, page * PAGE, PAGE);
        }
        run(20);
        submit(back, false, 0, PAGE);
        submit(back, false, 20 * PAGE, PAGE);
        run(21);
        assertThat(back.answers(false, 0, PAGE)).isTrue();
        assertThat(back.answers(false, PAGE, PAGE)).isFalse();
        assertThat(cache.bytes()).isEqualTo(20 * PAGE);
        cache.checkConservation();
    }

    /** Looked for every five seconds, a page is due at the first look thirty seconds after it was written. */
    @Test
    void aWrittenPageGoesToTheDiskWhenItIsDue() {
        submit(back, true, 8 * PAGE, PAGE);
        assertThat(ended).containsExactly("write 32768");
        assertThat(back.answers(false, 8 * PAGE, PAGE)).isTrue();
        run(29);
        assertThat(disk.taken).isEmpty();
        run(31);
        assertThat(disk.taken).containsExactly("write 4096 at 32768");
        assertThat(cache.dirtyBytes()).isZero();
        assertThat(back.answers(false, 8 * PAGE, PAGE)).isTrue();
        cache.checkConservation();
    }

    /** The third page is one too many: the oldest goes, and its neighbours with it. */
    @Test
    void manyWrittenPagesGoAtOnceWithTheirNeighbours() {
        submit(back, true, 9 * PAGE, PAGE);
        submit(back, true, 8 * PAGE, PAGE);
        submit(back, true, 10 * PAGE, PAGE);
        assertThat(ended).hasSize(3);
        assertThat(disk.taken).containsExactly("write " + 3 * PAGE + " at " + 8 * PAGE);
    }

    @Test
    void aWriterWaitsForTheDiskWhereFarTooManyAreWritten() {
        for (int page = 0; page < 10; page += 2) {
            submit(back, true, page * PAGE, PAGE);
        }
        assertThat(ended).hasSizeLessThan(5);
        cache.checkConservation();
        run(10);
        assertThat(ended).hasSize(5);
        cache.checkConservation();
    }

    @Test
    void aWriteThroughEndsOnTheDiskAndIsThereToBeRead() {
        submit(through, true, 0, PAGE);
        assertThat(ended).isEmpty();
        assertThat(through.answers(true, 0, PAGE)).isFalse();
        run(1);
        assertThat(ended).containsExactly("write 0");
        assertThat(through.answers(false, 0, PAGE)).isTrue();
        assertThat(cache.dirtyBytes()).isZero();
    }

    private void run(long seconds) {
        simulation.runUntil(seconds * SECOND);
    }

    private void submit(BlockDevice device, boolean write, long address, long bytes) {
        Part part = new Part() {
            @Override
            public void ended() {
                ended.add((write ? "write " : "read ") + address);
            }
        };
        part.becomes(write, false, this, device, address, bytes);
        part.submit();
    }

    /** Does one operation after the other, each in nine tenths of a second. */
    private final class SlowDisk implements BlockDevice {
        private final List<String> taken = new ArrayList<>();
        private final Disk inner = new Disk("disk", DiskModel.plain(SECOND / 10 * 9, 0, 1, 1_000_000_000_000_000L, 1, 1 << 30), simulation);

        @Override
        public void submit(Job job) {
            taken.add((job.isWrite() ? "write " : "read ") + job.bytes() + " at " + address(job));
            inner.submit(job);
        }

        @Override
        public boolean isIdle() {
            return inner.isIdle();
        }

        @Override
        public List<BusyPart> parts() {
            return inner.parts();
        }

        @Override
        public long capacityBytes() {
            return inner.capacityBytes();
        }

        @Override
        public double angle(long address) {
            return 0;
        }

        @Override
        public void checkConservation() {
            inner.checkConservation();
        }
    }
}
