package dev.trapline.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pages of a guest's data: in which guest-physical page each is, or where its contents are instead. */
final class DataPages {
    /** Its contents are in its file or in the guest's swap area. */
    static final int ABSENT = -1;
    /** It is being read. */
    static final int COMING = -2;
    /** It never had contents. */
    static final int NEW = -3;

    private final List<DataSet> sets = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int[] at = new int[0];
    /** Made when the first page of a program's own memory gets one. */
    private int[] slot;
    private boolean[] dirty = new boolean[0];
    private SwapArea swap;
    private DiskPlace swapPlace;

    /** The set with this number, or null. */
    DataSet numbered(int number) {
        int index = numbers.indexOf(number);
        return index < 0 ? null : sets.get(index);
    }

    DataSet add(int number, int pages, DataSet.Kind kind, boolean loaded, DiskPlace place) {
        int first = at.length;
        DataSet data = new DataSet(first, pages, kind, loaded, place);
        sets.add(data);
        numbers.add(number);
        at = Arrays.copyOf(at, first + pages);
        dirty = Arrays.copyOf(dirty, first + pages);
        Arrays.fill(at, first, at.length, data.isFile() ? ABSENT : NEW);
        return data;
    }

    List<DataSet> sets() {
        return sets;
    }

    /** The data are complete: memory of programs that leaves the guest's goes to this place. */
    void swapTo(DiskPlace place) {
        swapPlace = place;
        swap = new SwapArea(Math.max(1, at.length), place);
    }

    SwapArea swap() {
        return swap;
    }

    int at(int page) {
        return at[page];
    }

    void at(int page, int where) {
        at[page] = where;
    }

    DataSet setOf(int page) {
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).has(page)) {
                return sets.get(i);
            }
        }
        throw new IllegalStateException("no data of this guest has page " + page);
    }

    /** A page that is in memory has other contents than its file or slot. */
    void written(int page) {
        dirty[page] = true;
        if (slot(page) != SwapArea.NONE) {
            swap.release(slot[page]);
            slot[page] = SwapArea.NONE;
        }
    }

    /** Whether a page can leave memory without being written. */
    boolean isClean(int page) {
        return !dirty[page];
    }

    /** The page's contents are in its file, or in its slot of the swap area. */
    void cleaned(int page) {
        dirty[page] = false;
    }

    /** Gives a page of a program's own memory a slot. */
    void giveSlot(int page) {
        if (slot == null) {
            slot = new int[at.length];
            Arrays.fill(slot, SwapArea.NONE);
        }
        slot[page] = swap.give(page);
    }

    int slot(int page) {
        return slot == null ? SwapArea.NONE : slot[page];
    }

    /** Where on the disk its contents are, or go: the page's number in its file or its slot. */
    int place(int page) {
        DataSet set = setOf(page);
        return set.isFile() ? set.index(page) : slot(page);
    }

    DiskPlace disk(int page) {
        DataSet set = setOf(page);
        return set.isFile() ? set.place() : swapPlace;
    }

    /** What pages must have in common so that one operation of the disk can go on where another ended. */
    Object source(int page) {
        DataSet set = setOf(page);
        return set.isFile() ? set : swap;
    }
}
