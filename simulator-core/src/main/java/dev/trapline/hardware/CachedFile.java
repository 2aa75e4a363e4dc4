package dev.trapline.hardware;

import java.util.List;

/** A disk as a file on it is seen through the host's cache. What the cache answers ends in the call that submits it. */
final class CachedFile implements BlockDevice {
    private final HostCache cache;
    private final BlockDevice disk;
    private final int space;
    private final boolean writeBack;
    private final Pool<Passing> pool = new Pool<>(Passing::new);
    private long entered;
    private long left;
    private long passedOn;

    CachedFile(HostCache cache, BlockDevice disk, int space, boolean writeBack) {
        this.cache = cache;
        this.disk = disk;
        this.space = space;
        this.writeBack = writeBack;
    }

    int space() {
        return space;
    }

    BlockDevice disk() {
        return disk;
    }

    @Override
    public boolean answers(boolean write, long address, long bytes) {
        return write ? writeBack && cache.hasRoomFor(bytes) : cache.has(space, address, bytes);
    }

    @Override
    public void submit(Job job) {
        entered++;
        if (answers(job.isWrite(), address(job), job.bytes())) {
            keep(job);
        } else if (job.isWrite() && writeBack && !cache.isTooLarge(job.bytes())) {
            cache.waits(this, job);
        } else {
            passedOn++;
            Passing passing = pool.take();
            passing.stands(job);
            disk.submit(passing);
        }
    }

    /** It ends now, and its pages are those used last. */
    void keep(Job job) {
        if (job.isWrite()) {
            cache.write(this, address(job), job.bytes());
        } else {
            cache.read(space, address(job), job.bytes());
        }
        left++;
        job.spent(StorageTime.SERVICE, cache.now());
        job.ended();
    }

    @Override
    public boolean isIdle() {
        return entered == left && disk.isIdle();
    }

    @Override
    public List<BusyPart> parts() {
        return disk.parts();
    }

    @Override
    public long capacityBytes() {
        return disk.capacityBytes();
    }

    @Override
    public double angle(long address) {
        return disk.angle(address);
    }

    @Override
    public void checkConservation() {
        disk.checkConservation();
    }

    /** @param waiting its writes for which the cache has no room yet */
    void check(long waiting) {
        if (entered != left + passedOn + waiting || passedOn != pool.inUse()) {
            throw new IllegalStateException("of " + entered + " operations on a cached file " + left + " have ended, " + passedOn
                    + " are with its disk and " + waiting + " wait");
        }
    }

    /** An operation that the disk carries out; what it read or wrote is in the cache then. */
    private final class Passing extends PassedOn {
        @Override
        public void ended() {
            passedOn--;
            left++;
            Job done = job();
            pool.giveBack(this);
            cache.read(space, address(done), done.bytes());
            done.ended();
        }
    }
}
