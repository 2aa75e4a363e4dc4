package dev.trapline.memory;

import dev.trapline.devicepath.Landing;
import dev.trapline.devicepath.Transfer;
import dev.trapline.hardware.BlockDevice;
import dev.trapline.memory.MemoryCounts.Count;

/**
 * The guest-physical pages of one operation of the guest's disk. The platform has to back each of them before the device
 * can begin, and fetches them one after the other: also those that are about to be overwritten, since it does not know.
 */
final class DiskBuffer implements Landing {
    private final GuestMemory memory;
    private final int[] pages;
    private final int count;
    private final boolean filled;
    private final WaitSlots slots;
    private Transfer operation;
    private BlockDevice disk;
    private int next;

    /** @param filled whether the device overwrites the pages; else it reads them */
    DiskBuffer(GuestMemory memory, int[] pages, int count, boolean filled, WaitSlots slots) {
        this.memory = memory;
        this.pages = pages;
        this.count = count;
        this.filled = filled;
        this.slots = slots;
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
                if (!memory.fetch(pages[next], filled, this::goOn)) {
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
