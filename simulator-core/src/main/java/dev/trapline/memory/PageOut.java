package dev.trapline.memory;

import dev.trapline.devicepath.Transfer;
import dev.trapline.memory.MemoryCounts.Count;

/** Pages of data that a guest writes out to have their pages free: those that lie side by side on the disk in one go. */
final class PageOut {
    private final GuestPaging paging;
    private final int atMost;
    private int[] pages;
    private int[] data;
    private int count;

    PageOut(GuestPaging paging, int atMost) {
        this.paging = paging;
        this.atMost = atMost;
    }

    /** @param page the guest-physical page in which the data page is */
    void add(int page, int dataPage) {
        if (count > 0 && !continues(dataPage)) {
            submit();
        }
        if (count == 0) {
            pages = new int[atMost];
            data = new int[atMost];
        }
        pages[count] = page;
        data[count++] = dataPage;
    }

    private boolean continues(int dataPage) {
        DataPages all = paging.data();
        int last = data[count - 1];
        return all.source(dataPage) == all.source(last) && all.place(dataPage) == all.place(last) + 1;
    }

    /** Hands over what was added; to be called at the end. */
    void submit() {
        if (count == 0) {
            return;
        }
        int[] those = pages;
        int written = count;
        DiskBuffer buffer = new DiskBuffer(paging.memory(), those, written, false, paging.slots());
        paging.memory().counts().add(Count.GUEST_WRITES, written);
        paging.submit(null, data[0], written, true, buffer, null, (done, by) -> ended(done, those, written, buffer));
        count = 0;
    }

    private void ended(Transfer done, int[] those, int written, DiskBuffer buffer) {
        buffer.release();
        for (int i = 0; i < written; i++) {
            paging.left(those[i]);
        }
        paging.settle();
    }
}
