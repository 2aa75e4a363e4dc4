package dev.trapline.hardware;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** A page of a space of addresses: of a disk for its files, or of what a guest has of a disk without a file. */
    private record Page(int space, long number) {}

    private final Terms terms;
    private final Simulation simulation;
    private final Timer wakeUp;
    private final Map<Page, Boolean> clean = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Page, Long> dirty = new LinkedHashMap<>();
    private final List<CachedFile> files = new ArrayList<>();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final List<WritingBack> writing = new ArrayList<>();
    private long writingBytes;

    private record Waiting(CachedFile file, BlockDevice.Job job) {}

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
            Page wanted = new Page(space, page);
            if (clean.get(wanted) == null && !dirty.containsKey(wanted)) {
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
            Page one = new Page(space, page);
            if (!dirty.containsKey(one)) {
                clean.put(one, Boolean.TRUE);
            }
        }
        makeRoom();
    }

    void write(CachedFile file, long address, long bytes) {
        for (long page = address / PAGE_BYTES; page * PAGE_BYTES < address + bytes; page++) {
            Page one = new Page(file.space(), page);
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
        waiting.addLast(new Waiting(file, job));
        writeBack();
    }

    private void makeRoom() {
        while (bytes() > terms.bytes() && !clean.isEmpty()) {
            clean.remove(clean.keySet().iterator().next());
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
            Map.Entry<Page, Long> oldest = dirty.entrySet().iterator().next();
            boolean due = simulation.now() - oldest.getValue() >= terms.agePicos();
            if (!due && dirtyBytes() <= terms.backgroundBytes() && waiting.isEmpty()) {
                return;
            }
            writeBack(oldest.getKey());
        }
    }

    /** The page with its neighbours that are to be written as well, up to the next multiple of what is written at once. */
    private void writeBack(Page oldest) {
        long unit = WRITTEN_AT_ONCE_BYTES / PAGE_BYTES;
        long first = oldest.number();
        while (first % unit != 0 && dirty.containsKey(new Page(oldest.space(), first - 1))) {
            first--;
        }
        long after = oldest.number() + 1;
        while (after % unit != 0 && dirty.containsKey(new Page(oldest.space(), after))) {
            after++;
        }
        for (long page = first; page < after; page++) {
            dirty.remove(new Page(oldest.space(), page));
            clean.put(new Page(oldest.space(), page), Boolean.TRUE);
        }
        WritingBack next = new WritingBack();
        next.becomes(true, true, this, disk(oldest.space()), first * PAGE_BYTES, (after - first) * PAGE_BYTES);
        writing.add(next);
        writingBytes += next.bytes();
        next.submit();
    }

    private BlockDevice disk(int space) {
        return files.stream().filter(file -> file.space() == space).findFirst().orElseThrow().disk();
    }

    private void admit() {
        while (!waiting.isEmpty() && dirtyBytes() + waiting.peekFirst().job().bytes() + PAGE_BYTES <= terms.limitBytes()) {
            Waiting next = waiting.removeFirst();
            next.job().spent(StorageTime.CACHE_FULL, simulation.now());
            next.file().keep(next.job());
        }
    }

    /** Throws if it holds more than it may, a page twice, or lost an operation. */
    public void checkConservation() {
        long both = dirty.keySet().stream().filter(clean::containsKey).count();
        long under = writing.stream().mapToLong(WritingBack::bytes).sum();
        boolean stuck = !waiting.isEmpty() && dirtyBytes() == 0;
        if (bytes() > terms.bytes() || dirtyBytes() > terms.limitBytes() || both > 0 || under != writingBytes || stuck) {
            throw new IllegalStateException("a host's cache of " + terms.bytes() + " B holds " + bytes() + " B, " + dirtyBytes()
                    + " B of them to be written, " + both + " pages twice; " + writingBytes + " B on their way of "
                    + under + " B; " + waiting.size() + " writes wait");
        }
        files.forEach(file -> file.check(waiting.stream().filter(each -> each.file() == file).count()));
    }

    /** Pages on their way to the disk. */
    private final class WritingBack extends Part {
        @Override
        public void ended() {
            writing.remove(this);
            writingBytes -= bytes();
            admit();
            writeBack();
        }
    }
}
