package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.engine.Simulation;
import dev.trapline.spec.ImageLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which operations of the disk become of one on a guest's file, counted by the specification of the format. */
class ImageFileTest {
    private static final long DISK = 1L << 40;
    private static final long BEGINS = 1L << 39;
    private static final long FILE = 1L << 30;
    private static final long BLOCK = 2 << 20;

    private final Simulation simulation = new Simulation();
    private final Recorder disk = new Recorder();
    private final List<String> ended = new ArrayList<>();
    private ImageFile file;

    @BeforeEach
    void aDynamicFile() {
        file = file(ImageFormat.DYNAMIC, 0);
    }

    private ImageFile file(ImageFormat format, double allocated) {
        return new ImageFile("guest", disk, format, ImageLayout.VHD, BEGINS, FILE, 0, allocated, simulation);
    }

    @Test
    void aFixedFileIsTheDiskMovedAlong() {
        file = file(ImageFormat.FIXED, 0);
        assertThat(write(5 * BLOCK + 4096, 8192)).containsExactly("write 8192 at " + (5 * BLOCK + 4096));
        assertThat(read(0, 512)).containsExactly("read 512 at 0");
    }

    /** Bitmap, block and footer in one piece, then the sector of the table that has the block's four bytes. */
    @Test
    void theFirstWriteToABlockAppendsIt() {
        long table = 3 * 512;
        long first = firstFrame();
        assertThat(write(300 * BLOCK + 4096, 4096)).containsExactly(
                "write " + (512 + BLOCK + 512) + " at " + first, "write 512 at " + (table + 300 * 4 / 512 * 512));
        assertThat(write(300 * BLOCK + 8192, 4096)).containsExactly("write 4096 at " + (first + 512 + 8192));
        assertThat(write(7 * BLOCK, 4096)).startsWith("write " + (512 + BLOCK + 512) + " at " + (first + 512 + BLOCK));
        assertThat(file.allocatedBlocks()).isEqualTo(2);
    }

    @Test
    void whatNobodyWroteIsNotReadFromTheDisk() {
        assertThat(read(10 * BLOCK, 4096)).isEmpty();
        assertThat(ended).containsExactly("ended");
        write(10 * BLOCK, 4096);
        assertThat(read(10 * BLOCK + 65_536, 4096)).hasSize(1);
    }

    @Test
    void whatThereIsToBeginWithIsInOrder() {
        file = file(ImageFormat.DYNAMIC, 0.5);
        assertThat(file.allocatedBlocks()).isBetween(250, 256);
        assertThat(read(100 * BLOCK + 512, 512)).containsExactly("read 512 at " + (firstFrame() + 100 * (BLOCK + 512) + 512 + 512));
        assertThat(read(400 * BLOCK, 512)).isEmpty();
    }

    /** A file that keeps whole blocks brings one from its parent before the first write to it. */
    @Test
    void aBlockIsCopiedBeforeItsFirstWrite() {
        long cluster = 65_536;
        file = new ImageFile(
                "guest", disk, ImageFormat.DIFFERENCING, new ImageLayout(cluster, false), BEGINS, FILE, 0, 0, simulation);
        assertThat(write(5 * cluster + 4096, 4096)).hasSize(3).element(0).asString().startsWith("read 65536 at ");
        assertThat(write(5 * cluster + 8192, 4096)).hasSize(1).element(0).asString().startsWith("write 4096 at ");
        assertThat(write(9 * cluster, cluster)).hasSize(2).element(0).asString().startsWith("write 65536 at ");
        file.checkConservation();
    }

    /** An operation over the end of a block is one on each. */
    @Test
    void operationsEndWithBlocks() {
        file = file(ImageFormat.DYNAMIC, 0.5);
        assertThat(write(4 * BLOCK - 4096, 8192)).hasSize(2);
    }

    /** Sectors that the guest wrote are its file's, the others are its parent's, which begins with the disk. */
    @Test
    void aDifferencingFileReadsTheRestFromItsParent() {
        file = file(ImageFormat.DIFFERENCING, 0);
        assertThat(read(3 * BLOCK, 4096)).containsExactly("read 4096 at " + (3 * BLOCK - BEGINS));
        assertThat(write(3 * BLOCK + 4096, 4096)).hasSize(2);
        long own = firstFrame() + 512 + 4096;
        assertThat(read(3 * BLOCK + 2048, 8192)).containsExactly(
                "read 2048 at " + (3 * BLOCK + 2048 - BEGINS),
                "read 4096 at " + own,
                "read 2048 at " + (3 * BLOCK + 8192 - BEGINS));
    }

    /** Its bitmap is written again only if a sector is new. */
    @Test
    void newSectorsOfABlockCostItsBitmap() {
        file = file(ImageFormat.DIFFERENCING, 0);
        write(0, 4096);
        assertThat(write(8192, 4096)).containsExactly("write 4096 at " + (firstFrame() + 512 + 8192), "write 512 at " + firstFrame());
        assertThat(write(8192, 4096)).hasSize(1);
    }

    @Test
    void anOperationThatDoesNotComeBackIsFound() {
        disk.loses = true;
        write(0, 512);
        assertThatThrownBy(() -> file.checkConservation()).hasMessageContaining("waits for 1 operations");
    }

    @Test
    void aFileNeedsRoomForABlock() {
        assertThatThrownBy(() -> new ImageFile("guest", disk, ImageFormat.DYNAMIC, ImageLayout.VHD, 0, BLOCK, 0, 0, simulation))
                .hasMessageContaining("no room");
    }

    private long firstFrame() {
        long table = file.capacityBytes() / BLOCK * 4 / 512 * 512 + 512;
        return 3 * 512 + table;
    }

    private List<String> write(long address, long bytes) {
        return operation(true, address, bytes);
    }

    private List<String> read(long address, long bytes) {
        return operation(false, address, bytes);
    }

    private List<String> operation(boolean write, long address, long bytes) {
        disk.seen.clear();
        file.submit(new Operation(write, address, bytes));
        simulation.runUntil(simulation.now() + 1);
        return List.copyOf(disk.seen);
    }

    /** A disk that answers at once. */
    private static final class Recorder implements BlockDevice {
        private final List<String> seen = new ArrayList<>();
        private boolean loses;

        @Override
        public void submit(Job job) {
            seen.add((job.isWrite() ? "write " : "read ") + job.bytes() + " at " + (job.begins() - BEGINS));
            if (!loses) {
                job.ended();
            }
        }

        @Override
        public boolean isIdle() {
            return true;
        }

        @Override
        public List<BusyPart> parts() {
            return List.of();
        }

        @Override
        public long capacityBytes() {
            return DISK;
        }

        @Override
        public double angle(long address) {
            return 0;
        }

        @Override
        public void checkConservation() {}
    }

    private final class Operation implements BlockDevice.Job {
        private final boolean write;
        private final long address;
        private final long bytes;

        Operation(boolean write, long address, long bytes) {
            this.write = write;
            this.address = address;
            this.bytes = bytes;
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public boolean isWrite() {
            return write;
        }

        @Override
        public double position() {
            return (double) address / file.capacityBytes();
        }

        @Override
        public long begins() {
            return address;
        }

        @Override
        public long ends() {
            return address + bytes;
        }

        @Override
        public boolean isSequential() {
            return false;
        }

        @Override
        public Object source() {
            return this;
        }

        @Override
        public double angle() {
            return 0;
        }

        @Override
        public void spent(StorageTime how, long until) {}

        @Override
        public void ended() {
            ended.add("ended");
        }
    }
}
