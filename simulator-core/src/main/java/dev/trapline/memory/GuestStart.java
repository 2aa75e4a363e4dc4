package dev.trapline.memory;

/**
 * What is in a guest's memory before anything runs: its kernel; what its balloon holds already; its data as far as there is
 * room, what is liked most first; and, in a guest whose memory has been in use, files that nobody reads any more.
 */
final class GuestStart {
    private final GuestPaging paging;
    private final GuestPages pages;
    private final DataPages data;
    private final int kernel;
    private int next;

    GuestStart(GuestPaging paging) {
        this.paging = paging;
        pages = paging.pages();
        data = paging.data();
        long bytes = (long) paging.memory().pages() * Pages.BYTES;
        kernel = Pages.in(paging.os().kernelBytes(bytes, Pages.BYTES));
    }

    int kernel() {
        return kernel;
    }

    /** How many pages hold something in a guest whose memory has not been in use otherwise. */
    int occupied() {
        long loaded = 0;
        for (DataSet set : data.sets()) {
            loaded += set.isLoaded() ? set.pages() : 0;
        }
        return (int) Math.min(paging.memory().pages(), kernel + loaded);
    }

    /** @param balloon how many pages its balloon holds */
    void fill(int balloon, boolean used) {
        int all = paging.memory().pages();
        int free = 2 * paging.os().batchPages();
        int room = all - kernel - balloon - free;
        if (room < free) {
            throw new IllegalArgumentException("'" + paging.memory().terms().name() + "' has " + all + " pages of memory; " + kernel
                    + " for its kernel and " + balloon + " for its balloon leave too few");
        }
        int limit = paging.memory().limit();
        if (limit < kernel + free) {
            throw new IllegalArgumentException("'" + paging.memory().terms().name() + "' may have " + limit
                    + " pages of the machine's memory, too few for its kernel of " + kernel + " and " + free + " more");
        }
        data.swapTo(paging.disk().place(0));
        for (int page = 0; page < kernel; page++) {
            pages.begin(page, GuestPages.KERNEL);
        }
        inflate(balloon);
        next = kernel;
        int[] loaded = loaded(room);
        int old = room;
        for (int each : loaded) {
            old -= each;
        }
        for (int i = 0; used && i < old; i++) {
            pages.filled(next(), GuestPages.OLD);
        }
        load(loaded);
        for (int page = next(); page < all; page = next()) {
            pages.free(page);
        }
    }

    /** What a balloon got from a guest lies all over its memory. */
    private void inflate(int balloon) {
        int others = paging.memory().pages() - kernel;
        for (int i = 0; i < balloon; i++) {
            pages.intoBalloon(kernel + (int) ((long) i * others / balloon));
        }
    }

    /** The next page that is not the balloon's. */
    private int next() {
        while (next < paging.memory().pages() && pages.holds(next) == GuestPages.BALLOON) {
            next++;
        }
        return next++;
    }

    /** How many pages of each set are in memory: all, or the same part of each. */
    private int[] loaded(int room) {
        long wanted = 0;
        for (DataSet set : data.sets()) {
            wanted += set.isLoaded() ? set.pages() : 0;
        }
        int[] loaded = new int[data.sets().size()];
        for (int i = 0; i < loaded.length; i++) {
            DataSet set = data.sets().get(i);
            loaded[i] = !set.isLoaded() ? 0 : (int) Math.min(set.pages(), set.pages() * (long) room / wanted);
        }
        return loaded;
    }

    /** The pages of all sets in turn, from those that are liked least to those that are liked most. */
    private void load(int[] loaded) {
        int most = 0;
        for (DataSet set : data.sets()) {
            most = Math.max(most, set.isLoaded() ? set.pages() : 0);
        }
        for (int rank = most - 1; rank >= 0; rank--) {
            for (int i = 0; i < loaded.length; i++) {
                DataSet set = data.sets().get(i);
                if (set.isLoaded() && rank < set.pages()) {
                    load(set, set.pageOfRank(rank), rank < loaded[i]);
                }
            }
        }
    }

    private void load(DataSet set, int page, boolean there) {
        if (there) {
            int into = next();
            data.at(page, into);
            pages.filled(into, page);
            if (!set.isFile()) {
                data.written(page);
            }
        } else if (!set.isFile()) {
            data.giveSlot(page);
            data.at(page, DataPages.ABSENT);
        }
    }
}
