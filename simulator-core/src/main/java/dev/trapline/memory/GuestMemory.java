package dev.trapline.memory;

import dev.trapline.engine.Action;
import dev.trapline.memory.MemoryCounts.Count;
import java.util.Arrays;
import java.util.List;

/**
 * The guest-physical pages of one guest as its platform sees them: which have a frame, a slot of the swap area, or nothing.
 * Where memory is fixed every page has its frame from the beginning, and nothing is kept about it.
 */
public final class GuestMemory {
    private static final int NO_SLOT = -1;

    /**
     * What a guest is admitted with.
     *
     * @param group the number of its guest group
     * @param weight its shares of the machine's memory
     * @param reserve frames that nobody takes from it
     * @param limit the most frames it may have
     * @param balloon whether it has the platform's balloon driver
     * @param large whether large pages back it
     */
    public record Terms(
            String name, int group, int pages, double weight, int reserve, int limit, boolean balloon, boolean large) {}

    private final HostMemory host;
    private final Terms terms;
    private final int base;
    private final MemoryCounts counts = new MemoryCounts();
    private final byte[] state;
    private final boolean[] pinned;
    /** Made when the first page gets one. */
    private int[] slot;
    /** Of the first pages only, up to the last that has the same contents as others. */
    private int[] content = {};
    private final int[] inState = new int[PageState.STATES];
    private final SecondChance order;
    private final WatchedPages watched;
    private final LargePages large;
    private final List<GuestMemory> alone = List.of(this);
    private int kernel;
    private int held;
    private GuestPaging system;
    private BalloonDriver balloon;

    GuestMemory(HostMemory host, Terms terms, int base) {
        this.host = host;
        this.terms = terms;
        this.base = base;
        int pages = host == null ? 0 : terms.pages();
        state = new byte[pages];
        pinned = new boolean[pages];
        watched = new WatchedPages(pages);
        large = new LargePages(pages, terms.large());
        order = host == null || !host.policy().ordersPages() ? null : new SecondChance(pages, host.arrivals());
        inState[PageState.UNTOUCHED] = pages;
    }

    /** Memory that is all there, whatever happens. */
    public static GuestMemory fixed(Terms terms) {
        return new GuestMemory(null, terms, 0);
    }

    /** The guest's operating system, which keeps so many pages for itself and says what of the others it would drop. */
    void managedBy(GuestPaging paging, int kernelPages) {
        system = paging;
        kernel = kernelPages;
    }

    /** The guest's balloon driver, where it has one. */
    public void balloonedBy(BalloonDriver driver) {
        balloon = driver;
    }

    void balloonTo(int pagesWanted, int perSecond) {
        if (balloon != null) {
            balloon.target(pagesWanted, perSecond);
        }
    }

    public boolean isFixed() {
        return host == null;
    }

    public Terms terms() {
        return terms;
    }

    public MemoryCounts counts() {
        return counts;
    }

    /** This guest and no other. */
    List<GuestMemory> alone() {
        return alone;
    }

    int pages() {
        return terms.pages();
    }

    int base() {
        return base;
    }

    int limit() {
        return terms.limit();
    }

    SecondChance order() {
        return order;
    }

    WatchedPages watched() {
        return watched;
    }

    LargePages large() {
        return large;
    }

    /** Frames of its own. */
    int held() {
        return held;
    }

    void holds(int more) {
        held += more;
    }

    byte state(int page) {
        return state[page];
    }

    int slot(int page) {
        return slot == null ? NO_SLOT : slot[page];
    }

    private void giveSlot(int page) {
        if (slot == null) {
            slot = new int[state.length];
            Arrays.fill(slot, NO_SLOT);
        }
        slot[page] = host.swap().give(base + page);
    }

    int content(int page) {
        return page < content.length ? content[page] : SharedFrames.UNIQUE;
    }

    /** Its first pages have these contents. */
    void contents(int[] ofFirst) {
        content = ofFirst;
    }

    int count(byte asked) {
        return inState[asked];
    }

    /** The guest's code or a device uses a page; false if it must be fetched first. */
    boolean touch(int page, boolean write) {
        if (host == null) {
            return true;
        }
        watched.use(page);
        switch (state[page]) {
            case PageState.RESIDENT -> {}
            case PageState.GOING -> becomes(page, PageState.RESIDENT);
            case PageState.SHARED -> {
                return !write;
            }
            default -> {
                return false;
            }
        }
        if (order != null) {
            order.use(page);
        }
        if (write) {
            releaseSlot(page);
            if (page < content.length) {
                content[page] = SharedFrames.UNIQUE;
            }
        }
        return true;
    }

    /** Fetches a page that {@link #touch} missed. False: not yet, {@code done} is run when to try again. */
    boolean fetch(int page, boolean write, Action done) {
        if (state[page] == PageState.BALLOONED) {
            throw new IllegalStateException("'" + terms.name() + "' uses page " + page + ", which its balloon holds");
        }
        Fetch fetch = host.fetching(this, page);
        if (fetch == null) {
            counts.add(Count.HOST_FAULTS, 1);
            fetch = host.fetch(this, page, write);
            if (!fetch.begin()) {
                host.waits(fetch);
            } else if (!fetch.isReading()) {
                return true;
            }
        }
        fetch.join(done);
        return false;
    }

    /** A device uses it: it stays. */
    void pin(int page, boolean pins) {
        if (host != null) {
            pinned[page] = pins;
        }
    }

    boolean isKernel(int page) {
        return page < kernel;
    }

    boolean isSwapped(int page) {
        return host != null && state[page] == PageState.SWAPPED;
    }

    /** Whether it has a frame, of its own or shared. */
    boolean isBacked(int page) {
        return PageState.holdsFrame(state[page]) || state[page] == PageState.SHARED;
    }

    /** Whether it has a frame of its own with these contents. */
    boolean holds(int page, int number) {
        return state[page] == PageState.RESIDENT && content(page) == number;
    }

    /** Whether the platform may take its frame away. */
    boolean mayGo(int page) {
        return state[page] == PageState.RESIDENT && !pinned[page] && !isKernel(page);
    }

    /** The page goes to the swap area: at once if it is there already, else with this piece of writing. */
    void swapOut(int page, WriteOut writing) {
        large.breakUp(page);
        if (slot(page) != NO_SLOT) {
            becomes(page, PageState.SWAPPED);
            host.give(this);
            return;
        }
        giveSlot(page);
        becomes(page, PageState.GOING);
        counts.add(Count.SWAP_WRITES, 1);
        counts.add(Count.SILENT_WRITES, system != null && system.wouldDrop(page) ? 1 : 0);
        writing.add(this, page, slot[page]);
    }

    /** A slot has been written: the frame is free, unless the page was used meanwhile. */
    void isOut(int page, int written) {
        if (state[page] == PageState.GOING && slot(page) == written) {
            becomes(page, PageState.SWAPPED);
            host.give(this);
        }
    }

    void releaseSlot(int page) {
        if (slot(page) != NO_SLOT) {
            host.swap().release(slot[page]);
            slot[page] = NO_SLOT;
        }
    }

    /** The page has a frame of its own, taken before, which is there or being read. */
    void backed(int page, boolean comes) {
        if (state[page] == PageState.SHARED) {
            leaveShared(page);
        }
        becomes(page, comes ? PageState.COMING : PageState.RESIDENT);
    }

    /** The page is backed by the frame of all pages with its contents; its own becomes that one or is free. */
    void share(int page) {
        large.breakUp(page);
        if (host.shared().joins(content[page])) {
            holds(-1);
        } else {
            host.give(this);
        }
        releaseSlot(page);
        becomes(page, PageState.SHARED);
    }

    private void leaveShared(int page) {
        if (host.shared().leaves(content[page])) {
            host.sharedFrameIsFree();
        }
    }

    /** The balloon driver hands over a page that the guest does without; false if it cannot go now. */
    boolean inflate(int page) {
        if (state[page] == PageState.COMING) {
            return false;
        }
        large.breakUp(page);
        if (state[page] == PageState.SHARED) {
            leaveShared(page);
        } else if (PageState.holdsFrame(state[page])) {
            host.give(this);
        }
        releaseSlot(page);
        becomes(page, PageState.BALLOONED);
        return true;
    }

    /** The guest has the page again, with nothing in it. */
    void deflate(int page) {
        becomes(page, PageState.UNTOUCHED);
    }

    /** Before anything runs: the page is in this state, with a frame or a slot where that has one. */
    void begins(int page, byte first) {
        if (first == PageState.RESIDENT) {
            host.takeAtStart(this);
        } else if (first == PageState.SWAPPED) {
            giveSlot(page);
        }
        if (first != PageState.RESIDENT) {
            large.breakUp(page);
        }
        becomes(page, first);
    }

    /** Frames may have become free. */
    void settle() {
        if (host != null) {
            host.settle();
        }
    }

    private void becomes(int page, byte next) {
        inState[state[page]]--;
        state[page] = next;
        inState[next]++;
        if (order == null || isKernel(page)) {
            return;
        }
        if (next == PageState.RESIDENT) {
            order.add(page);
        } else if (order.contains(page)) {
            order.remove(page);
        }
    }
}
