package dev.trapline.memory;

import dev.trapline.random.KeyedSource;
import dev.trapline.spec.MemoryTerms;
import java.util.ArrayList;
import java.util.List;

/** Fills the memory of a machine's guests with what is there before anything runs, guest by guest. */
public final class MemoryStart {
    private final HostMemory host;
    private final HostStart frames;
    private final GuestContents contents;

    /** @param host the machine's memory, or null where every guest's is fixed */
    public MemoryStart(HostMemory host, KeyedSource draws) {
        this.host = host;
        frames = host == null ? null : new HostStart(host, draws);
        contents = host == null ? null : new GuestContents(host.shared());
    }

    /** The next guest, in the order in which they joined; all of its data have been declared. */
    public void fill(GuestPaging paging, String operatingSystem, MemoryTerms terms) {
        GuestMemory memory = paging.memory();
        GuestStart start = new GuestStart(paging);
        int balloon = memory.isFixed() ? 0 : balloon(memory);
        start.fill(balloon, terms.used());
        memory.managedBy(paging, start.kernel());
        if (!memory.isFixed()) {
            frames.add(start.kernel(), occupied(paging, start.kernel(), terms.used()));
            for (int page = memory.pages() - balloon; page < memory.pages(); page++) {
                memory.begins(page, PageState.BALLOONED);
            }
            contents.fill(memory, operatingSystem, terms);
        }
    }

    /** All guests are filled: memory begins to live. */
    public void start() {
        if (host != null) {
            frames.place();
            host.start();
        }
    }

    /** The balloon of a guest with a limit has grown until it fits, as far as it may. */
    private int balloon(GuestMemory memory) {
        if (!memory.terms().balloon()) {
            return 0;
        }
        return Math.min(memory.pages() - Math.min(memory.pages(), memory.limit()), (int) (host.policy().balloonShare() * memory.pages()));
    }

    /** Pages with something in them, those first that were used longest ago; in a used guest its free pages were, too. */
    private static int[] occupied(GuestPaging paging, int kernel, boolean used) {
        GuestPages pages = paging.pages();
        List<Integer> occupied = new ArrayList<>();
        for (int page = kernel; used && page < paging.memory().pages(); page++) {
            if (pages.holds(page) == GuestPages.FREE) {
                occupied.add(page);
            }
        }
        pages.order().forEach(occupied::add);
        return occupied.stream().mapToInt(Integer::intValue).toArray();
    }
}
