package dev.trapline.memory;

import dev.trapline.engine.Action;
import dev.trapline.memory.MemoryCounts.Count;
import java.util.Arrays;

/**
 * The guest-physical pages of one guest as its platform sees them: which have a frame, a slot of the swap area, or nothing.
 * Where memory is fixed every page has its frame from the beginning, and nothing is kept about it.
 */
public final class GuestMemory {
    private static final int NO_SLOT = -1;
    private static final byte PINNED = 1;
    private static final byte WATCHED = 2;

    /**
     * What a guest is admitted with.
     *
     * @param group the number of its guest group
     * @param weight its shares of the machine's memory
     * @param reserve frames that nobody takes from it
     * @param limit the most frames it may have
     * @param balloon whether it has the platform's balloon driver
     */
    public record Terms(String name, int group, int pages, double weight, int reserve, int limit, boolean balloon) {}

    private final HostMemory host;
    private final Terms terms;
    private final int base;
    private final MemoryCounts counts = new MemoryCounts();
    private final byte[] state;
    private final byte[] marks;
    private final int[] slot;
    private final int[] content;
    private final int[] inState = new int[PageState.STATES];
    private final SecondChance order;
    private int kernel;
    private int held;
    private int used;
    private GuestPaging system;
    private BalloonDriver balloon;

    GuestMemory(HostMemory host, Terms terms, int base) {
        this.host = host;
        this.terms = terms;
        this.base = base;
        boolean fixed = host == null;
        state = fixed ? null : new byte[terms.pages()];
        marks = fixed ? null : new byte[terms.pages()];
        slot = fixed ? null : filled(terms.pages(), NO_SLOT);
        content = fixed ? null : filled(terms.pages(), SharedFrames.UNIQUE);
        order = fixed || !host.policy().ordersPages() ? null : new SecondChance(terms.pages(), host.arrivals());
        inState[PageState.UNTOUCHED] = terms.pages();
    }

    /** Memory that is all there, whatever happens. */
    public static GuestMemory fixed(Terms terms) {
        return new GuestMemory(null, terms, 0);
    }

    private static int[] filled(int size, int value) {
        int[] filled = new int[size];
        Arrays.fill(filled, value);
        return filled;
    }

    /** The guest's operating system, which says what of it would be dropped and gives pages to the balloon. */
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
        return state == null;
    }

    public Terms terms() {
        return terms;
    }

    public MemoryCounts counts() {
        return counts;
    }

    public int pages() {
        return terms.pages();
    }

    int base() {
        return base;
    }

    int limit() {
        return terms.limit();
    }

    /** Frames of its own. */
    public int held() {
        return held;
    }

    void holds(int more) {
        held += more;
    }

    GuestPaging system() {
        return system;
    }

    SecondChance order() {
        return order;
    }

    byte state(int page) {
        return state[page];
    }

    int content(int page) {
        return content[page];
    }

    void content(int page, int number) {
        content[page] = number;
    }

    int count(byte asked) {
        return inState[asked];
    }

    /** Pages backed by frames that others share. */
    public int shared() {
        return inState[PageState.SHARED];
    }

    /** Frames that sharing saves, as its part of what all who share save. */
    public double saved() {
        double saved = 0;
        for (int page = 0; page < terms.pages() && shared() > 0; page++) {
            if (state[page] == PageState.SHARED) {
                saved += 1 - 1.0 / host.shared().references(content[page]);
            }
        }
        return saved;
    }

    /** Pages in the swap area. */
    public int swapped() {
        return inState[PageState.SWAPPED];
    }

    public int ballooned() {
        return inState[PageState.BALLOONED];
    }

    /** The part of its pages that its platform believes to be in use. */
    public double active() {
        return isFixed() ? 1 : host.policy().active(this);
    }

    /** The guest's code or a device uses a page; false if it must be fetched first. */
    boolean touch(int page, boolean write) {
        if (state == null) {
            return true;
        }
        if ((marks[page] & WATCHED) != 0) {
            marks[page] &= ~WATCHED;
            used++;
        }
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
            written(page);
        }
        return true;
    }

    /** Its contents are no longer those of any slot or of any other page. */
    void written(int page) {
        releaseSlot(page);
        content[page] = SharedFrames.UNIQUE;
    }

    /** Fetches a page that {@link #touch} missed. False: not yet, {@code done} is run when to try again. */
    boolean fetch(int page, boolean write, Action done) {
        Fetch fetch = host.fetching(this, page);
        if (fetch == null) {
            counts.add(Count.HOST_FAULTS, 1);
            fetch = new Fetch(host, this, page, write);
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
    void pin(int page) {
        if (marks != null) {
            marks[page] |= PINNED;
        }
    }

    void unpin(int page) {
        if (marks != null) {
            marks[page] &= ~PINNED;
        }
    }

    /** Watches whether a page is used from now on; false if it is watched already. A kernel's are used all the time. */
    boolean watch(int page) {
        if ((marks[page] & WATCHED) != 0) {
            return false;
        }
        if (isKernel(page)) {
            used++;
        } else {
            marks[page] |= WATCHED;
        }
        return true;
    }

    /** How many of the watched pages were used so far. */
    int watchedUses() {
        return used;
    }

    void watchNone() {
        used = 0;
        for (int page = 0; page < marks.length; page++) {
            marks[page] &= ~WATCHED;
        }
    }

    boolean isSwapped(int page) {
        return state != null && state[page] == PageState.SWAPPED;
    }

    /** Whether it has a frame, of its own or shared. */
    boolean isBacked(int page) {
        return PageState.holdsFrame(state[page]) || state[page] == PageState.SHARED;
    }

    /** Whether it has a frame of its own with these contents. */
    boolean holds(int page, int number) {
        return state[page] == PageState.RESIDENT && content[page] == number;
    }

    /** Before anything runs it has a frame. */
    void beginsBacked(int page) {
        host.takeAtStart(this);
        becomes(page, PageState.RESIDENT);
    }

    /** Before anything runs it is in the swap area. */
    void beginsSwapped(int page) {
        slot[page] = host.swap().give(base + page);
        becomes(page, PageState.SWAPPED);
    }

    /** Before anything runs the balloon has it. */
    void beginsBallooned(int page) {
        becomes(page, PageState.BALLOONED);
    }

    /** Frames may have become free. */
    void settle() {
        if (host != null) {
            host.settle();
        }
    }

    boolean isKernel(int page) {
        return page < kernel;
    }

    /** Whether the platform may take its frame away. */
    boolean mayGo(int page) {
        return state[page] == PageState.RESIDENT && (marks[page] & PINNED) == 0 && !isKernel(page);
    }

    /** The page goes to the swap area: at once if it is there already, else with this piece of writing. */
    void swapOut(int page, WriteOut writing) {
        if (slot[page] != NO_SLOT) {
            becomes(page, PageState.SWAPPED);
            host.give(this);
            return;
        }
        slot[page] = host.swap().give(base + page);
        becomes(page, PageState.GOING);
        counts.add(Count.SWAP_WRITES, 1);
        counts.add(Count.SILENT_WRITES, system != null && system.wouldDrop(page) ? 1 : 0);
        writing.add(this, page, slot[page]);
    }

    /** A slot has been written: the frame is free, unless the page was used meanwhile. */
    void isOut(int page, int written) {
        if (state[page] == PageState.GOING && slot[page] == written) {
            becomes(page, PageState.SWAPPED);
            host.give(this);
        }
    }

    int slot(int page) {
        return slot[page];
    }

    void releaseSlot(int page) {
        if (slot[page] != NO_SLOT) {
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

    /** The page is backed by the frame of all pages with its contents, and its own becomes that one or is free. */
    void share(int page) {
        if (host.shared().joins(content[page])) {
            host.becomesShared(this);
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

    int countedFrames() {
        int frames = 0;
        for (byte each : state) {
            frames += PageState.holdsFrame(each) ? 1 : 0;
        }
        if (frames != held) {
            throw new IllegalStateException("'" + terms.name() + "' holds " + frames + " frames, " + held + " are counted");
        }
        return frames;
    }

    int countedSlots() {
        int slots = 0;
        for (int page = 0; page < slot.length; page++) {
            boolean has = slot[page] != NO_SLOT;
            if (has && host.swap().page(slot[page]) != base + page || !has && state[page] == PageState.SWAPPED) {
                throw new IllegalStateException("page " + page + " of '" + terms.name() + "' has no slot of its own");
            }
            slots += has ? 1 : 0;
        }
        return slots;
    }
}
