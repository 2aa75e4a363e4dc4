package dev.trapline.memory;

import dev.trapline.random.KeyedSource;
import dev.trapline.spec.MemoryTerms;
import java.util.ArrayList;
import java.util.List;

/**
 * What is where before anything runs: guests' memory is filled; what does not fit into the machine, or is beyond a guest's
 * limit, is in balloons where there are any, else in the swap area.
 */
public final class MemoryStart {
    /** What stays free where not everything fits. */
    private static final double FREE = 0.07;

    private record Guest(GuestPaging paging, String operatingSystem, MemoryTerms terms) {
        GuestMemory memory() {
            return paging.memory();
        }
    }

    private final HostMemory host;
    private final KeyedSource draws;
    private final List<Guest> guests = new ArrayList<>();
    /** Pages of one guest after the other; room for the largest. */
    private int[] holding = {};

    /** @param host the machine's memory, or null where every guest's is fixed */
    public MemoryStart(HostMemory host, KeyedSource draws) {
        this.host = host;
        this.draws = draws;
    }

    /** The next guest, in the order in which they joined; all of its data have been declared. */
    public void add(GuestPaging paging, String operatingSystem, MemoryTerms terms) {
        guests.add(new Guest(paging, operatingSystem, terms));
    }

    /** All guests are there: their memory is filled, and begins to live. */
    public void start() {
        if (host == null) {
            guests.forEach(guest -> new GuestStart(guest.paging()).fill(0, guest.terms().used()));
            return;
        }
        double part = part();
        GuestContents contents = new GuestContents(host.shared());
        for (Guest guest : guests) {
            GuestStart start = new GuestStart(guest.paging());
            int frames = Math.min(guest.memory().limit(), (int) (part * wanted(guest)));
            int balloon = balloon(guest.memory(), part == 1 ? guest.memory().limit() : frames);
            start.fill(balloon, guest.terms().used());
            guest.memory().managedBy(guest.paging(), start.kernel());
            place(guest, start.kernel(), frames);
            contents.fill(guest.memory(), guest.operatingSystem(), guest.terms());
        }
        host.start();
    }

    /** Which part of what guests hold has frames. */
    private double part() {
        long wanted = 0;
        for (Guest guest : guests) {
            wanted += Math.min(guest.memory().limit(), wanted(guest));
        }
        return wanted <= host.frames() ? 1 : (1 - FREE) * host.frames() / wanted;
    }

    /** Pages that hold something. */
    private static int wanted(Guest guest) {
        return guest.terms().used() ? guest.memory().pages() : new GuestStart(guest.paging()).occupied();
    }

    private int balloon(GuestMemory memory, int frames) {
        if (!memory.terms().balloon()) {
            return 0;
        }
        boolean beyondLimit = memory.limit() < memory.pages();
        boolean wanted = host.policy().drivesBalloons() || beyondLimit;
        int most = (int) (host.policy().balloonShare() * memory.pages());
        return wanted ? Math.min(memory.pages() - Math.min(memory.pages(), frames), most) : 0;
    }

    /** Frames go to the kernel, and to what was used last where the policy knows that order, else to any of the rest. */
    private void place(Guest guest, int kernel, int frames) {
        GuestMemory memory = guest.memory();
        for (int page = 0; page < kernel; page++) {
            memory.begins(page, PageState.RESIDENT);
        }
        for (int page = kernel; page < memory.pages(); page++) {
            if (guest.paging().pages().holds(page) == GuestPages.BALLOON) {
                memory.begins(page, PageState.BALLOONED);
            }
        }
        int held = hold(guest.paging(), kernel, guest.terms().used());
        if (!host.policy().ordersPages()) {
            shuffle(held);
        }
        int out = Math.max(0, kernel + held - frames);
        for (int i = 0; i < held; i++) {
            memory.begins(holding[i], i < out ? PageState.SWAPPED : PageState.RESIDENT);
        }
    }

    /**
     * Gathers pages with something in them and says how many there are: those first that were used longest ago; in a used guest
     * its free pages were, too.
     */
    private int hold(GuestPaging paging, int kernel, boolean used) {
        GuestPages pages = paging.pages();
        int all = paging.memory().pages();
        if (holding.length < all) {
            holding = new int[all];
        }
        int[] count = {0};
        for (int page = kernel; used && page < all; page++) {
            if (pages.holds(page) == GuestPages.FREE) {
                holding[count[0]++] = page;
            }
        }
        pages.order().forEach(page -> holding[count[0]++] = page);
        return count[0];
    }

    private void shuffle(int held) {
        for (int i = held - 1; i > 0; i--) {
            int other = draws.nextInt(i + 1);
            int page = holding[i];
            holding[i] = holding[other];
            holding[other] = page;
        }
    }
}
