package dev.trapline.memory;

import dev.trapline.devicepath.Landing;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Action;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.memory.MemoryCounts.Count;

/**
 * The guest-physical pages of one operation of the guest's disk. The platform has to back each of them before the device
 * can begin, and fetches them one after the other: also those that are about to be overwritten, since it does not know.
 */
final class DiskBuffer implements Landing {
    private final GuestMemory memory;
    private final boolean filled;
    private final WaitSlots slots;
    private final Action goesOn = this::goOn;
    private int[] pages;
    private int count;
    private Transfer operation;
    private BlockDevice disk;
    private int next;

    /** @param filled whether the device overwrites the pages; else it reads them */
    DiskBuffer(GuestMemory memory, boolean filled, WaitSlots slots) {
        this.memory = memory;
        this.filled = filled;
        this.slots = slots;
    }

    /** Becomes that of another operation, with these pages, so many of them. */
    DiskBuffer of(int[] itsPages, int itsCount) {
        pages = itsPages;
        count = itsCount;
        next = 0;
        return this;
    }

    @Override
    public void prepare(Transfer prepared, BlockDevice by) {
        operation = prepared;
        disk = by;
        countSwapped();
        goOn();
    }

    private void countSwapped() {
        for (int i = 0; i < count; i++) {
            if (memory.isSwapped(pages[i])) {
                memory.counts().add(filled ? Count.STALE_READS : Count.DOUBLE_PAGED, 1);
            }
        }
    }

    private void goOn() {
        for (; next < count; next++) {
            while (!memory.touch(pages[next], filled)) {
                if (!memory.fetch(pages[next], filled, goesOn)) {
                    return;
                }
            }
            memory.pin(pages[next], true);
        }
        if (operation.trail() != null) {
            operation.trail().until(slots.now(), slots.bufferSlot());
        }
        disk.submit(operation);
    }

    /** The device has ended. */
    void release() {
        for (int i = 0; i < count; i++) {
            memory.pin(pages[i], false);
        }
    }
}
