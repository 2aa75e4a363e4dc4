package dev.trapline.memory;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Action;
import dev.trapline.memory.MemoryCounts.Count;
import dev.trapline.work.Trail;
import java.util.ArrayList;
import java.util.List;

/** Data pages that a guest reads in one go, or one that begins empty, once there are pages for them. */
final class PageIn {
    private final GuestPaging paging;
    private final List<Action> joined = new ArrayList<>();
    private final DiskBuffer buffer;
    private final Transfer.End read = this::read;
    private int[] data = {};
    private int[] pages = {};
    private int atMost;
    private Trail trail;
    private int count;
    private int got;
    private boolean waited;

    PageIn(GuestPaging paging) {
        this.paging = paging;
        buffer = new DiskBuffer(paging.memory(), true, paging.slots());
    }

    /**
     * Becomes another, for so many pages at most.
     *
     * @param of whose progress it is
     */
    PageIn upTo(int most, Trail of) {
        if (most > data.length) {
            data = new int[most];
            pages = new int[most];
        }
        atMost = most;
        trail = of;
        count = 0;
        got = 0;
        waited = false;
        return this;
    }

    /** One more, which lies on the disk behind the one before. */
    void add(int dataPage) {
        data[count++] = dataPage;
    }

    boolean isFull() {
        return count == atMost;
    }

    boolean brings(int dataPage) {
        for (int i = 0; i < count; i++) {
            if (data[i] == dataPage) {
                return true;
            }
        }
        return false;
    }

    void join(Action done) {
        joined.add(done);
    }

    /** Whether it reads a disk. */
    private boolean isRead() {
        return paging.data().at(data[0]) == DataPages.COMING;
    }

    /**
     * Takes the pages that it needs, and goes on from there; false if there are not enough yet.
     *
     * @param by who does what the operation takes; null: the paging task
     */
    boolean begin(Carrier by) {
        while (got < count) {
            int page = paging.take();
            if (page == GuestPages.NONE) {
                waited = true;
                return false;
            }
            pages[got++] = page;
        }
        if (waited && trail != null) {
            trail.until(paging.slots().now(), paging.slots().reclaimSlot());
        }
        if (isRead()) {
            paging.memory().counts().add(Count.GUEST_READS, count);
            paging.submit(by, data[0], count, false, buffer.of(pages, count), trail, read);
        } else {
            over();
        }
        return true;
    }

    private void read(Transfer done, Carrier by) {
        buffer.release();
        over();
    }

    private void over() {
        for (int i = 0; i < count; i++) {
            paging.came(data[i], pages[i]);
        }
        paging.isThere(this);
        for (int i = 0; i < joined.size(); i++) {
            joined.get(i).run();
        }
        joined.clear();
        trail = null;
        paging.isOver(this);
    }
}
