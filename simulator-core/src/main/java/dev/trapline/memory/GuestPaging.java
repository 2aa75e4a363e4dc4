package dev.trapline.memory;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Action;
import dev.trapline.engine.Simulation;
import dev.trapline.hardware.Pool;
import dev.trapline.memory.MemoryCounts.Count;
import dev.trapline.spec.PagingSpec;
import dev.trapline.work.Price;
import dev.trapline.work.Trail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory management of a guest's operating system: it keeps in what it believes to be its memory the data that its
 * programs used last, and drops or writes out the rest by second chance. It knows nothing of its platform.
 */
public final class GuestPaging {
    /** Whether a page of data can be used. */
    public enum Reach {
        THERE,
        /** The operating system has to {@link #bring} it. */
        NOT_IN_GUEST,
        /** The operating system has it, and its platform has to {@link #back} it. */
        NOT_IN_HOST
    }

    private final GuestMemory memory;
    private final PagingSpec os;
    private final GuestDisk disk;
    private final WaitSlots slots;
    private final DataPages data = new DataPages();
    private final GuestPages pages;
    private final FaultPrices prices;
    private final ArrayDeque<PageIn> waiting = new ArrayDeque<>();
    private final List<PageIn> reading = new ArrayList<>();
    private final Pool<PageIn> pageIns = new Pool<>(() -> new PageIn(this));
    private final Pool<PageOut> pageOuts;
    /** What is being gathered to be written out, or null. */
    private PageOut leaving;
    private boolean serving;

    public GuestPaging(GuestMemory memory, PagingSpec os, GuestDisk disk, WaitSlots slots, FaultPrices prices) {
        this.prices = prices;
        this.memory = memory;
        this.os = os;
        this.disk = disk;
        this.slots = slots;
        pages = new GuestPages(memory.pages());
        pageOuts = new Pool<>(() -> new PageOut(this, os.batchPages()));
    }

    /**
     * Data of the guest's programs; whoever asks with the same number has the same.
     *
     * @param loaded whether they are in memory from the beginning, as far as there is room
     */
    public DataSet data(int number, int size, DataSet.Kind kind, boolean loaded) {
        DataSet known = data.numbered(number);
        return known != null ? known : data.add(number, size, kind, loaded, disk.place(number + 1));
    }

    /** A program uses a page of data. */
    public Reach reach(int page, boolean write) {
        int in = data.at(page);
        if (in < 0) {
            return Reach.NOT_IN_GUEST;
        }
        if (!memory.touch(in, write)) {
            return Reach.NOT_IN_HOST;
        }
        pages.use(in);
        if (write) {
            data.written(page);
        }
        return Reach.THERE;
    }

    /** What it costs to have the platform {@link #back} a page. */
    public Price backing(int page) {
        return memory.isSwapped(data.at(page)) ? prices.swapIn() : prices.fault();
    }

    /** Has the platform back a page that is there. False: not yet, {@code done} is run when to try again. */
    public boolean back(int page, boolean write, Action done) {
        return memory.fetch(data.at(page), write, done);
    }

    /**
     * Brings a page that is not there: reads it, with what its file holds behind it, or begins it empty. False: not yet,
     * {@code done} is run when to try again.
     *
     * @param ahead the most pages to read at a time if it is of a file
     * @param by who asks, and does what the operation takes
     * @param trail whose progress it is
     */
    public boolean bring(int page, int ahead, Carrier by, Trail trail, Action done) {
        PageIn pageIn = bringing(page);
        if (pageIn == null) {
            pageIn = gather(page, ahead, trail);
            reading.add(pageIn);
            if (!pageIn.begin(by)) {
                waiting.addLast(pageIn);
            } else if (data.at(page) >= 0) {
                return true;
            }
        }
        pageIn.join(done);
        return false;
    }

    private PageIn bringing(int page) {
        for (int i = 0; i < reading.size(); i++) {
            if (reading.get(i).brings(page)) {
                return reading.get(i);
            }
        }
        return null;
    }

    private PageIn gather(int page, int ahead, Trail trail) {
        if (data.at(page) == DataPages.NEW) {
            PageIn single = pageIns.take().upTo(1, trail);
            single.add(page);
            return single;
        }
        memory.counts().add(Count.GUEST_FAULTS, 1);
        return data.setOf(page).isFile() ? ofFile(page, ahead, trail) : ofSwap(page, trail);
    }

    /** The page and those behind it in its file, up to one that is there. */
    private PageIn ofFile(int page, int ahead, Trail trail) {
        PageIn pageIn = pageIns.take().upTo(Math.max(1, ahead), trail);
        DataSet file = data.setOf(page);
        for (int next = page; file.has(next) && data.at(next) == DataPages.ABSENT && !pageIn.isFull(); next++) {
            data.at(next, DataPages.COMING);
            pageIn.add(next);
        }
        return pageIn;
    }

    /** The pages in the block of slots around that of the page, from there on without a gap. */
    private PageIn ofSwap(int page, Trail trail) {
        PageIn pageIn = pageIns.take().upTo(os.clusterPages(), trail);
        int wanted = data.slot(page);
        int end = Math.min(wanted - wanted % os.clusterPages() + os.clusterPages(), data.swap().slots());
        for (int slot = wanted; slot < end; slot++) {
            int there = data.swap().page(slot);
            if (there == SwapArea.NONE || data.at(there) != DataPages.ABSENT) {
                break;
            }
            data.at(there, DataPages.COMING);
            pageIn.add(there);
        }
        return pageIn;
    }

    /** A page to be filled; {@link GuestPages#NONE} if there is none yet. */
    int take() {
        if (pages.free() == 0) {
            reclaim();
        }
        return pages.take();
    }

    /** Frees pages, or begins to: of the next to go, those that are clean at once, the others when they are written. */
    private void reclaim() {
        if (pages.leaving() >= os.batchPages()) {
            return;
        }
        for (int i = 0; i < os.batchPages(); i++) {
            int page = pages.next();
            if (page == GuestPages.NONE) {
                break;
            }
            leave(page);
        }
        submitLeaving();
    }

    private void leave(int page) {
        int holds = pages.holds(page);
        if (holds == GuestPages.OLD) {
            pages.free(page);
        } else if (data.isClean(holds)) {
            data.at(holds, DataPages.ABSENT);
            pages.free(page);
        } else {
            if (!data.setOf(holds).isFile()) {
                data.giveSlot(holds);
            }
            data.cleaned(holds);
            pages.leaves(page);
            writeOut(page, holds);
        }
    }

    private void writeOut(int page, int dataPage) {
        if (leaving != null && !leaving.continues(dataPage)) {
            submitLeaving();
        }
        if (leaving == null) {
            leaving = pageOuts.take();
        }
        leaving.add(page, dataPage);
    }

    private void submitLeaving() {
        if (leaving != null) {
            PageOut next = leaving;
            leaving = null;
            next.submit();
        }
    }

    /** A page has been written out. */
    void left(int page) {
        int holds = pages.holds(page);
        if (pages.left(page)) {
            data.at(holds, DataPages.ABSENT);
            pages.free(page);
        }
    }

    /** A page of data is in this guest-physical page. */
    void came(int dataPage, int page) {
        if (data.at(dataPage) == DataPages.NEW) {
            data.written(dataPage);
        }
        data.at(dataPage, page);
        pages.filled(page, dataPage);
    }

    /** Its pages are there. */
    void isThere(PageIn pageIn) {
        reading.remove(pageIn);
    }

    /** Nobody knows it any more. */
    void isOver(PageIn pageIn) {
        pageIns.giveBack(pageIn);
    }

    void isOver(PageOut pageOut) {
        pageOuts.giveBack(pageOut);
    }

    /** Throws if it keeps another number of readings than are under way, or if pages on their way out are nobody's. */
    public void checkConservation() {
        if (pageIns.inUse() != reading.size() || (pageOuts.inUse() == 0) != (pages.leaving() == 0)) {
            throw new IllegalStateException("'" + memory.terms().name() + "' reads " + reading.size() + " times and writes out "
                    + pages.leaving() + " pages, but " + pageIns.inUse() + " and " + pageOuts.inUse() + " are in use");
        }
    }

    /** Pages may have become free: whoever waits for one looks again. */
    void settle() {
        if (serving) {
            return;
        }
        serving = true;
        for (int i = waiting.size(); i > 0; i--) {
            PageIn next = waiting.removeFirst();
            if (!next.begin(null)) {
                waiting.addLast(next);
            }
        }
        serving = false;
    }

    void submit(
            Carrier by, int firstData, int count, boolean write, DiskBuffer buffer, Trail trail, Transfer.End end) {
        DiskPlace place = data.disk(firstData);
        int at = data.place(firstData);
        disk.submit(
                by,
                disk.ports().diskOperation(
                                DiskPlace.address(count), write, true, place.position(at), place.angle(at), data.source(firstData),
                                trail, end)
                        .from(DiskPlace.address(at))
                        .into(buffer));
    }

    /** Whether what a page holds is of no use, or is on the guest's disk as well. */
    boolean wouldDrop(int page) {
        int holds = pages.holds(page);
        return holds == GuestPages.FREE || holds == GuestPages.OLD || holds >= 0 && data.isClean(holds);
    }

    /** Gives a page to the balloon; false if none can be spared yet. */
    boolean spare() {
        int page = take();
        if (page == GuestPages.NONE) {
            return false;
        }
        if (!memory.inflate(page)) {
            pages.free(page);
            return false;
        }
        pages.intoBalloon(page);
        return true;
    }

    /** Takes a page back from the balloon. */
    void takeBack() {
        int page = pages.outOfBalloon();
        memory.deflate(page);
        pages.free(page);
    }

    DataPages data() {
        return data;
    }

    GuestPages pages() {
        return pages;
    }

    /** What its programs wait for, by name. */
    public WaitSlots slots() {
        return slots;
    }

    public GuestMemory memory() {
        return memory;
    }

    PagingSpec os() {
        return os;
    }

    GuestDisk disk() {
        return disk;
    }

    Simulation simulation() {
        return disk.simulation();
    }
}
