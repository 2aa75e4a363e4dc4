package dev.trapline.memory;

import dev.trapline.random.KeyedSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the guests' pages have frames before anything runs: all that hold something, or so many of each that they fit;
 * what was used last where the policy knows that order, else any.
 */
final class HostStart {
    /** What stays free where not everything fits. */
    private static final double FREE = 0.07;

    private final HostMemory memory;
    private final KeyedSource draws;
    private final List<int[]> occupied = new ArrayList<>();
    private final List<Integer> kernels = new ArrayList<>();

    HostStart(HostMemory memory, KeyedSource draws) {
        this.memory = memory;
        this.draws = draws;
    }

    /** @param coldestFirst the pages of the next guest that hold something, after its kernel's */
    void add(int kernel, int[] coldestFirst) {
        kernels.add(kernel);
        occupied.add(coldestFirst);
    }

    void place() {
        long wanted = 0;
        for (int i = 0; i < occupied.size(); i++) {
            wanted += wanted(i);
        }
        double part = wanted <= memory.frames() ? 1 : (1 - FREE) * memory.frames() / wanted;
        for (int i = 0; i < occupied.size(); i++) {
            place(memory.guests().get(i), kernels.get(i), occupied.get(i), (int) (part * wanted(i)));
        }
    }

    private int wanted(int guest) {
        return Math.min(memory.guests().get(guest).limit(), kernels.get(guest) + occupied.get(guest).length);
    }

    private void place(GuestMemory guest, int kernel, int[] pages, int frames) {
        for (int page = 0; page < kernel; page++) {
            guest.begins(page, PageState.RESIDENT);
        }
        int out = Math.max(0, kernel + pages.length - frames);
        if (!memory.policy().ordersPages()) {
            shuffle(pages);
        }
        for (int i = 0; i < pages.length; i++) {
            guest.begins(pages[i], i < out ? PageState.SWAPPED : PageState.RESIDENT);
        }
    }

    private void shuffle(int[] pages) {
        for (int i = pages.length - 1; i > 0; i--) {
            int other = draws.nextInt(i + 1);
            int page = pages[i];
            pages[i] = pages[other];
            pages[other] = page;
        }
    }
}
