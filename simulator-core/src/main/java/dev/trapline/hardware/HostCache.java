package dev.trapline.hardware;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of guests' files that their host keeps in its memory: what was read or written last. A read of pages that are all
 * there, and a write where writes are kept back, end at once. Written pages go to the disk when they have been there for so long,
 * when there are too many of them, or when a writer waits because there are far too many; neighbours go along. The pages that
 * stayed unused longest leave, if they are written.
 *
 * <p>The rules are those of Linux's page cache (Documentation/admin-guide/sysctl/vm.rst). Left out: reading ahead, pages of which
 * only a part is written, two lists of pages by use, and what the processor does to write pages back.
 */
public final class HostCache {
    static final int PAGE_BYTES = 4096;
    private static final long WRITTEN_AT_ONCE_BYTES = 1 << 20;
    private static final int WRITTEN_AT_A_TIME = 32;

    /**
     * @param bytes its size
     * @param wakeUpPicos how often it is looked for pages that are due
     * @param agePicos after how long a written page is due
     * @param backgroundBytes from how many written pages on they go to the disk however young
     * @param limitBytes at how many of them writers wait
     */
    public record Terms(long bytes, long wakeUpPicos, long agePicos, long backgroundBytes, long limitBytes) {}

    /** Bits of a page's number in its space; what is above says which space that is. */
    private static final int NUMBER_BITS = 44;

    private final Terms terms;
    private final Simulation simulation;
    private final Timer wakeUp;
    private final PageOrder clean = new PageOrder();
    private final PageOrder dirty = new PageOrder();
    private final List<CachedFile> files = new ArrayList<>();
    /** Writes that wait, and the file of each. */
    private final ArrayDeque<BlockDevice.Job> waiting = new ArrayDeque<>();
    private final ArrayDeque<CachedFile> waitingFor = new ArrayDeque<>();
    private final List<WritingBack> writing = new ArrayList<>();
    private final Pool<WritingBack> writes = new Pool<>(WritingBack::new);
    private long writingBytes;

    public HostCache(String name, Terms terms, Simulation simulation) {
        this.terms = terms;
        this.simulation = simulation;
        wakeUp = simulation.newTimer(name + " writes back", Phase.COMPLETE, this::wake);
    }

    /**
     * A disk seen through the cache.
     *
     * @param space what has the same has the same pages
     * @param writeBack whether a write ends when the cache has it
     */
    public BlockDevice before(BlockDevice disk, int space, boolean writeBack) {
        CachedFile file = new CachedFile(this, disk, space, writeBack);
        files.add(file);
        return file;
    }

    /** A page of a space of addresses, as one number: of a disk for its files, or of what a guest has of a disk without a file. */
    private static long page(int space, long number) {
        if (space >= 1 << Long.SIZE - NUMBER_BITS - 1 || number >>> NUMBER_BITS != 0) {
            throw new IllegalStateException("a host's cache has no number for page " + number + " of the space " + space);
        }
        return (long) space << NUMBER_BITS | number;
    }

    /** How many bytes it has, and how many of them are not on the disk. */
    public long bytes() {
        return (long) (clean.size() + dirty.size()) * PAGE_BYTES;
    }

    public long dirtyBytes() {
        return (long) dirty.size() * PAGE_BYTES + writingBytes;
    }

    long now() {
        return simulation.now();
    }

    boolean has(int space, long address, long bytes) {
        for (long page = address / PAGE_BYTES; page * PAGE_BYTES < address + bytes; page++) {
            long wanted = page(space, page);
            if (!clean.use(wanted) && !dirty.contains(wanted)) {
                return false;
            }
        }
        return true;
    }

    boolean hasRoomFor(long bytes) {
        return waiting.isEmpty() && dirtyBytes() + bytes + PAGE_BYTES <= terms.limitBytes();
    }

    boolean isTooLarge(long bytes) {
        return bytes + PAGE_BYTES > terms.limitBytes();
    }

    /** These pages are as they are on the disk. */
    void read(int space, long address, long bytes) {
        for (long page = address / PAGE_BYTES; page * PAGE_BYTES < address + bytes; page++) {
            long one = page(space, page);
            if (!dirty.contains(one)) {
                clean.put(one);
            }
        }
        makeRoom();
    }

    void write(CachedFile file, long address, long bytes) {
        for (long page = address / PAGE_BYTES; page * PAGE_BYTES < address + bytes; page++) {
            long one = page(file.space(), page);
            clean.remove(one);
            dirty.putIfAbsent(one, simulation.now());
        }
        makeRoom();
        writeBack();
        if (!wakeUp.isArmed()) {
            wakeUp.armAfter(terms.wakeUpPicos());
        }
    }

    void waits(CachedFile file, BlockDevice.Job job) {
        waiting.addLast(job);
        waitingFor.addLast(file);
        writeBack();
    }

    private void makeRoom() {
        while (bytes() > terms.bytes() && !clean.isEmpty()) {
            clean.remove(clean.first());
        }
    }

    private void wake() {
        writeBack();
        if (!dirty.isEmpty()) {
            wakeUp.armAfter(terms.wakeUpPicos());
        }
    }

    private void writeBack() {
        while (writing.size() < WRITTEN_AT_A_TIME && !dirty.isEmpty()) {
            boolean due = simulation.now() - dirty.firstSince() >= terms.agePicos();
            if (!due && dirtyBytes() <= terms.backgroundBytes() && waiting.isEmpty()) {
                return;
            }
            writeBack(dirty.first());
        }
    }

    /** The page with its neighbours that are to be written as well, up to the next multiple of what is written at once. */
    private void writeBack(long oldest) {
        int space = (int) (oldest >>> NUMBER_BITS);
        long number = oldest & (1L << NUMBER_BITS) - 1;
        long unit = WRITTEN_AT_ONCE_BYTES / PAGE_BYTES;
        long first = number;
        while (first % unit != 0 && dirty.contains(page(space, first - 1))) {
            first--;
        }
        long after = number + 1;
        while (after % unit != 0 && dirty.contains(page(space, after))) {
            after++;
        }
        for (long page = first; page < after; page++) {
            dirty.remove(page(space, page));
            clean.put(page(space, page));
        }
        WritingBack next = writes.take();
        next.becomes(true, true, this, disk(space), first * PAGE_BYTES, (after - first) * PAGE_BYTES);
        writing.add(next);
        writingBytes += next.bytes();
        next.submit();
    }

    private BlockDevice disk(int space) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).space() == space) {
                return files.get(i).disk();
            }
        }
        throw new IllegalStateException("a host's cache has no file of the space " + space);
    }

    private void admit() {
        while (!waiting.isEmpty() && dirtyBytes() + waiting.peekFirst().bytes() + PAGE_BYTES <= terms.limitBytes()) {
            BlockDevice.Job next = waiting.removeFirst();
            next.spent(StorageTime.CACHE_FULL, simulation.now());
            waitingFor.removeFirst().keep(next);
        }
    }

    /** Throws if it holds more than it may, a page twice, or lost an operation. */
    public void checkConservation() {
        int both = dirty.alsoIn(clean);
        long under = writing.stream().mapToLong(WritingBack::bytes).sum();
        boolean stuck = !waiting.isEmpty() && dirtyBytes() == 0;
        if (bytes() > terms.bytes() || dirtyBytes() > terms.limitBytes() || both > 0 || under != writingBytes || stuck) {
            throw new IllegalStateException("a host's cache of " + terms.bytes() + " B holds " + bytes() + " B, " + dirtyBytes()
                    + " B of them to be written, " + both + " pages twice; " + writingBytes + " B on their way of "
                    + under + " B; " + waiting.size() + " writes wait");
        }
        if (writing.size() != writes.inUse()) {
            throw new IllegalStateException(
                    "a host's cache writes back " + writing.size() + " times, but " + writes.inUse() + " are in use");
        }
        files.forEach(file -> file.check(waitingFor.stream().filter(each -> each == file).count()));
    }

    /** Pages on their way to the disk. */
    private final class WritingBack extends Part {
        @Override
        public void ended() {
            writing.remove(this);
            writingBytes -= bytes();
            writes.giveBack(this);
            admit();
            writeBack();
        }
    }
}
