package dev.trapline.memory;

import dev.trapline.engine.Simulation;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.hardware.Pool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The machine's memory for guests under a policy that may promise more than there is: so many frames, each free, a guest's
 * own, or shared by pages with the same contents. Whoever needs a frame and cannot have one waits until the policy has made
 * room.
 */
public final class HostMemory {
    private final Simulation simulation;
    private final int frames;
    private final BlockDevice disk;
    private final SwapArea swap;
    private final SharedFrames shared = new SharedFrames();
    private final SecondChance.Arrivals arrivals = new SecondChance.Arrivals();
    private final List<GuestMemory> guests = new ArrayList<>();
    private final ArrayDeque<Fetch> waiting = new ArrayDeque<>();
    private final List<Fetch> reading = new ArrayList<>();
    private final List<GuestMemory> seenGuests = Collections.unmodifiableList(guests);
    private final Pool<Fetch> fetches = new Pool<>(() -> new Fetch(this));
    private MemoryPolicy policy;
    private int free;
    private int pages;
    private boolean serving;

    /**
     * @param frames the machine's memory without what the platform keeps for itself
     * @param slots how many pages the swap area on {@code disk} holds
     * @param swapAt where on the disk it begins, 0 to 1
     */
    public HostMemory(Simulation simulation, int frames, BlockDevice disk, int slots, double swapAt) {
        this.simulation = simulation;
        this.frames = frames;
        this.disk = disk;
        swap = new SwapArea(slots, new DiskPlace(disk, swapAt));
        free = frames;
    }

    void ruledBy(MemoryPolicy by) {
        policy = by;
    }

    /** A guest of so many pages joins; they are untouched. */
    public GuestMemory newGuest(GuestMemory.Terms terms) {
        GuestMemory guest = new GuestMemory(this, terms, pages);
        pages = Math.addExact(pages, guest.pages());
        guests.add(guest);
        return guest;
    }

    /** Every guest is there with what is in its memory. */
    public void start() {
        policy.start();
    }

    /** The guest that has a page, by its number among all pages. */
    GuestMemory guestOf(int number) {
        for (int i = 0; i < guests.size(); i++) {
            GuestMemory guest = guests.get(i);
            if (number < guest.base() + guest.pages()) {
                return guest;
            }
        }
        throw new IllegalStateException("no guest has page " + number);
    }

    public List<GuestMemory> guests() {
        return seenGuests;
    }

    public int frames() {
        return frames;
    }

    public int free() {
        return free;
    }

    Simulation simulation() {
        return simulation;
    }

    BlockDevice disk() {
        return disk;
    }

    SwapArea swap() {
        return swap;
    }

    SharedFrames shared() {
        return shared;
    }

    MemoryPolicy policy() {
        return policy;
    }

    SecondChance.Arrivals arrivals() {
        return arrivals;
    }

    /** How many frames a guest could have now. */
    int room(GuestMemory guest) {
        return Math.min(free, guest.limit() - guest.held());
    }

    /** Gives a guest so many frames, or none. */
    boolean take(GuestMemory guest, int wanted) {
        if (room(guest) < wanted) {
            policy.makeRoom(guest, wanted);
        }
        if (room(guest) < wanted || !policy.admits(guest)) {
            return false;
        }
        free -= wanted;
        guest.holds(wanted);
        if (!waiting.isEmpty()) {
            settle();
        } else {
            policy.changed();
        }
        return true;
    }

    void takeAtStart(GuestMemory guest) {
        free--;
        guest.holds(1);
    }

    /** A guest's frame is free; {@link #settle} must follow. */
    void give(GuestMemory guest) {
        free++;
        guest.holds(-1);
    }

    void sharedFrameIsFree() {
        free++;
    }

    /** Frames may have become free: whoever waits for one looks again. */
    void settle() {
        policy.changed();
        if (serving) {
            return;
        }
        serving = true;
        for (int i = waiting.size(); i > 0; i--) {
            Fetch next = waiting.removeFirst();
            if (!next.begin()) {
                waiting.addLast(next);
            }
        }
        serving = false;
    }

    /** A new one, for a page of a guest. */
    Fetch fetch(GuestMemory guest, int page, boolean write) {
        return fetches.take().of(guest, page, write);
    }

    void isOver(Fetch fetch) {
        fetches.giveBack(fetch);
    }

    void waits(Fetch fetch) {
        waiting.addLast(fetch);
    }

    void reads(Fetch fetch) {
        reading.add(fetch);
    }

    void hasRead(Fetch fetch) {
        reading.remove(fetch);
    }

    /** The fetch that brings this page already, or waits for a frame to do so; null if there is none. */
    Fetch fetching(GuestMemory guest, int page) {
        for (int i = 0; i < reading.size(); i++) {
            if (reading.get(i).brings(guest, page)) {
                return reading.get(i);
            }
        }
        if (waiting.isEmpty()) {
            return null;
        }
        for (Fetch fetch : waiting) {
            if (fetch.brings(guest, page)) {
                return fetch;
            }
        }
        return null;
    }

    /** Throws if a frame or a slot was lost or belongs to two, or if somebody waits for a frame that nobody will free. */
    public void checkConservation() {
        MemoryConservation.check(this);
        if (fetches.inUse() != waiting.size() + reading.size()) {
            throw new IllegalStateException(waiting.size() + " faults wait for frames and " + reading.size() + " are read, but "
                    + fetches.inUse() + " are in use");
        }
        int going = 0;
        for (GuestMemory guest : guests) {
            going += guest.count(PageState.GOING);
        }
        if (!waiting.isEmpty() && reading.isEmpty() && going == 0 && disk.isIdle()) {
            throw new IllegalStateException(
                    waiting.size() + " faults wait for frames, and nobody makes room; " + free + " are free");
        }
    }
}
