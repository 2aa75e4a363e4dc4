package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes on where the operation before it ended pays neither seek nor turn: 1 ms of overhead here, else 5 ms more. */
class DiskContinuationTest {
    private static final long MILLI = Time.PICOS_PER_MILLI;
    /** No rotation; every seek takes 5 ms, and bytes nothing to speak of. */
    private static final DiskModel MODEL =
            DiskModel.plain(MILLI, 5 * MILLI, 0, 1_000_000_000_000L, 1, 1 << 30);

    private final Simulation simulation = new Simulation();
    private final Disk disk = new Disk("disk", MODEL, simulation);
    private final List<Long> took = new ArrayList<>();

    @Test
    void pagesThatLieSideBySideGoOn() {
        Object file = new Object();
        read(file, 0, 8);
        read(file, 8, 8);
        read(file, 17, 8);
        read(file, 16, 1);
        assertThat(took).containsExactly(6L, 1L, 6L, 6L);
    }

    @Test
    void aPageOfAnotherFileInBetweenBreaksIt() {
        Object file = new Object();
        read(file, 0, 8);
        read(new Object(), 0, 8);
        read(file, 8, 8);
        assertThat(took).containsExactly(6L, 6L, 6L);
    }

    private void read(Object source, long begins, long length) {
        double position = 0.2 + 0.2 * took.size();
        disk.submit(new Job(source, begins, begins + length, position));
        simulation.runUntil(simulation.now() + 100 * MILLI);
    }

    private final class Job implements BlockDevice.Job {
        private final Object source;
        private final long begins;
        private final long ends;
        private final double position;
        private long begun;

        Job(Object source, long begins, long ends, double position) {
            this.source = source;
            this.begins = begins;
            this.ends = ends;
            this.position = position;
        }

        @Override
        public long bytes() {
            return 1;
        }

        @Override
        public boolean isWrite() {
            return false;
        }

        @Override
        public double position() {
            return position;
        }

        @Override
        public boolean isSequential() {
            return true;
        }

        @Override
        public Object source() {
            return source;
        }

        @Override
        public long begins() {
            return begins;
        }

        @Override
        public long ends() {
            return ends;
        }

        @Override
        public double angle() {
            return 0;
        }

        @Override
        public void spent(StorageTime how, long until) {
            if (how == StorageTime.SERVICE) {
                took.add((until - begun) / MILLI);
            }
            begun = until;
        }

        @Override
        public void ended() {}
    }
}
