package dev.trapline.hardware;

import dev.trapline.engine.Simulation;
import dev.trapline.spec.ImageLayout;
import java.util.List;

/**
 * A guest's disk in a file of the host. A file of a growing format follows, but for what {@link ImageLayout} says, Microsoft's
 * Virtual Hard Disk Image Format Specification 1.0 (2006): a header, the block allocation table with four bytes for each block, then blocks of 2 MiB in the order in
 * which they were first written, each behind a sector with a bit for each of its sectors, and a footer at the end.
 *
 * <p>The first write to a block appends it, zeroed but for the data, with its bitmap and the footer behind it, in one piece, and then
 * writes the sector of the table that tells of it. In a differencing file a write that is the first to some sector also writes
 * the bitmap, and sectors without a bit are read from the parent, a file of the same size at the same place for all guests of the
 * disk. Where a file keeps whole blocks the first write to one reads it from the parent instead, and then writes it. What nobody
 * wrote is zero in a dynamic file, and nothing is read. Table and bitmaps are in the host's memory once the guest
 * runs, so reading them costs no operation.
 */
public final class ImageFile implements BlockDevice, Parts.Owner {
    private static final long FRONT_BYTES = 3 * SECTOR_BYTES;
    private static final int ENTRY_BYTES = 4;

    private final BlockDevice disk;
    private final ImageFormat format;
    private final ImageLayout layout;
    private final ImageBlocks blocks;
    private final long begins;
    private final long parentBegins;
    private final DelayLine nothingToRead;
    private final Simulation simulation;
    private final Pool<Pieces> pool = new Pool<>(Pieces::new);
    private long inside;
    private long entered;
    private long left;

    /**
     * @param begins where the file lies on the disk, in bytes; its part of the disk ends at {@code begins + bytes}
     * @param parentBegins where the parent of a differencing file lies
     * @param allocated the part of the blocks, from the first on, that a growing file has to begin with, 0 to 1
     */
    public ImageFile(
            String name,
            BlockDevice disk,
            ImageFormat format,
            ImageLayout layout,
            long begins,
            long bytes,
            long parentBegins,
            double allocated,
            Simulation simulation) {
        this.disk = disk;
        this.format = format;
        this.layout = layout;
        this.begins = begins / SECTOR_BYTES * SECTOR_BYTES;
        this.parentBegins = parentBegins;
        long count = (bytes - FRONT_BYTES) / (layout.frameBytes() + ENTRY_BYTES) - 1;
        if (count < 1) {
            throw new IllegalArgumentException(name + ": a disk of " + disk.capacityBytes() + " bytes has no room for a file of "
                    + bytes + " bytes with blocks of " + layout.blockBytes());
        }
        blocks = new ImageBlocks(Math.toIntExact(count), layout.sectors(), (int) StrictMath.round(count * allocated));
        nothingToRead = new DelayLine(name + " zeroes", 0, simulation);
        this.simulation = simulation;
    }

    @Override
    public void submit(Job job) {
        entered++;
        inside++;
        Pieces parts = pool.take();
        parts.of(job);
        long address = address(job);
        long end = address + job.bytes();
        while (address < end) {
            long upTo = endOfPiece(address, end);
            piece(parts, job.isWrite(), address, upTo);
            address = upTo;
        }
        if (parts.isEmpty()) {
            nothingToRead.enter(parts);
        } else {
            parts.begin();
        }
    }

    private void piece(Parts parts, boolean write, long address, long end) {
        if (!format.grows()) {
            parts.first(disk, write, begins + address, end - address);
        } else if (write) {
            write(parts, address, end);
        } else {
            read(parts, address, end);
        }
    }

    private void write(Parts parts, long address, long end) {
        int block = (int) (address / layout.blockBytes());
        boolean differs = format == ImageFormat.DIFFERENCING;
        if (!blocks.has(block)) {
            blocks.append(block);
            if (differs && !layout.bySector() && end - address < layout.blockBytes()) {
                parts.first(disk, false, parentBegins + block * layout.blockBytes(), layout.blockBytes());
                parts.second(disk, true, frame(block), layout.frameBytes());
                parts.second(disk, true, tableSector(block), SECTOR_BYTES);
                blocks.mark(block, 0, layout.sectors());
                return;
            }
            parts.first(disk, true, frame(block), layout.frameBytes() + layout.edgeBytes());
            parts.second(disk, true, tableSector(block), SECTOR_BYTES);
            if (differs) {
                blocks.mark(block, sector(address), sectorAfter(end));
            }
            return;
        }
        parts.first(disk, true, data(block, address), end - address);
        if (differs && blocks.mark(block, sector(address), sectorAfter(end)) && layout.bySector()) {
            parts.second(disk, true, frame(block), SECTOR_BYTES);
        }
    }

    private void read(Parts parts, long address, long end) {
        int block = (int) (address / layout.blockBytes());
        if (format == ImageFormat.DYNAMIC) {
            if (blocks.has(block)) {
                parts.first(disk, false, data(block, address), end - address);
            }
            return;
        }
        long from = address;
        while (from < end) {
            boolean own = blocks.has(block) && blocks.isMarked(block, sector(from));
            long to = from;
            while (to < end && (blocks.has(block) && blocks.isMarked(block, sector(to))) == own) {
                to = Math.min(end, (to / SECTOR_BYTES + 1) * SECTOR_BYTES);
            }
            parts.first(disk, false, own ? data(block, from) : parentBegins + from, to - from);
            from = to;
        }
    }

    @Override
    public boolean answers(boolean write, long address, long bytes) {
        long at = address;
        boolean all = true;
        while (all && at < address + bytes) {
            long end = endOfPiece(at, address + bytes);
            all = answersPiece(write, at, end);
            at = end;
        }
        return all;
    }

    private long endOfPiece(long address, long end) {
        return format.grows() ? Math.min(end, (address / layout.blockBytes() + 1) * layout.blockBytes()) : end;
    }

    private boolean answersPiece(boolean write, long address, long end) {
        if (!format.grows()) {
            return disk.answers(write, begins + address, end - address);
        }
        int block = (int) (address / layout.blockBytes());
        if (write) {
            return blocks.has(block) && disk.answers(true, data(block, address), end - address);
        }
        if (format == ImageFormat.DYNAMIC) {
            return blocks.has(block) && disk.answers(false, data(block, address), end - address);
        }
        boolean own = blocks.has(block) && blocks.isMarked(block, sector(address));
        return disk.answers(false, own ? data(block, address) : parentBegins + address, end - address);
    }

    private int sector(long address) {
        return (int) (address % layout.blockBytes() / SECTOR_BYTES);
    }

    private int sectorAfter(long end) {
        return (int) (((end - 1) % layout.blockBytes()) / SECTOR_BYTES) + 1;
    }

    /** Where a block's bitmap lies on the disk, and behind it the block. */
    private long frame(int block) {
        long table = (long) blocks.count() * ENTRY_BYTES / SECTOR_BYTES * SECTOR_BYTES + SECTOR_BYTES;
        return begins + FRONT_BYTES + table + blocks.place(block) * layout.frameBytes();
    }

    private long data(int block, long address) {
        return frame(block) + layout.edgeBytes() + address % layout.blockBytes();
    }

    private long tableSector(int block) {
        return begins + FRONT_BYTES + (long) block * ENTRY_BYTES / SECTOR_BYTES * SECTOR_BYTES;
    }

    /** How many of its blocks a growing file has. */
    public int allocatedBlocks() {
        return blocks.allocated();
    }

    @Override
    public void over(Parts parts) {
        inside--;
        left++;
        pool.giveBack((Pieces) parts);
    }

    @Override
    public boolean isIdle() {
        return inside == 0 && disk.isIdle();
    }

    @Override
    public List<BusyPart> parts() {
        return disk.parts();
    }

    @Override
    public long capacityBytes() {
        return blocks.count() * layout.blockBytes();
    }

    @Override
    public double angle(long address) {
        return disk.angle(begins + address);
    }

    @Override
    public void checkConservation() {
        if (entered != left + inside || inside != pool.inUse()) {
            throw new IllegalStateException("of " + entered + " operations on a disk's file " + left + " have ended and " + inside
                    + " are under way");
        }
        if (inside > 0 && disk.isIdle() && nothingToRead.inside() == 0) {
            throw new IllegalStateException("a disk's file waits for " + inside + " operations, and its disk for none");
        }
        blocks.checkConservation();
    }

    /** The pieces of an operation, or none: then there is nothing to read. */
    private final class Pieces extends Parts implements DelayLine.Traveller {
        Pieces() {
            super(ImageFile.this);
        }

        @Override
        public void arrived() {
            Job done = job();
            over(this);
            done.spent(StorageTime.SERVICE, simulation.now());
            done.ended();
        }
    }
}
