package dev.trapline.memory;

import dev.trapline.devicepath.Transfer;
import dev.trapline.memory.MemoryCounts.Count;

/** Pages of data, side by side on the disk, that a guest writes out in one go to have their pages free. */
final class PageOut {
    private final GuestPaging paging;
    private final int[] pages;
    private final int[] data;
    private final DiskBuffer buffer;
    private final Transfer.End written = (done, by) -> ended();
    private int count;

    PageOut(GuestPaging paging, int atMost) {
        this.paging = paging;
        pages = new int[atMost];
        data = new int[atMost];
        buffer = new DiskBuffer(paging.memory(), false, paging.slots());
    }

    /** @param page the guest-physical page in which the data page is, which {@link #continues} what it has if it has any */
    void add(int page, int dataPage) {
        pages[count] = page;
        data[count++] = dataPage;
    }

    /** Whether a data page lies on the disk behind its last. */
    boolean continues(int dataPage) {
        DataPages all = paging.data();
        int last = data[count - 1];
        return all.source(dataPage) == all.source(last) && all.place(dataPage) == all.place(last) + 1;
    }

    /** Hands over what was added. */
    void submit() {
        paging.memory().counts().add(Count.GUEST_WRITES, count);
        paging.submit(null, data[0], count, true, buffer.of(pages, count), null, written);
    }

    private void ended() {
        buffer.release();
        for (int i = 0; i < count; i++) {
            paging.left(pages[i]);
        }
        count = 0;
        paging.isOver(this);
        paging.settle();
    }
}
