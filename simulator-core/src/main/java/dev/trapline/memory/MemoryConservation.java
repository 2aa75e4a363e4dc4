package dev.trapline.memory;

/** Nothing of a machine's memory is lost, and nothing belongs to two: counted anew, page by page. */
final class MemoryConservation {
    private final HostMemory memory;
    private int held;
    private int slots;
    private int sharing;

    private MemoryConservation(HostMemory memory) {
        this.memory = memory;
    }

    /** Throws if a frame or a slot was lost or belongs to two. */
    static void check(HostMemory memory) {
        MemoryConservation count = new MemoryConservation(memory);
        memory.guests().forEach(count::add);
        count.compare();
    }

    private void add(GuestMemory guest) {
        int frames = 0;
        for (int page = 0; page < guest.pages(); page++) {
            frames += PageState.holdsFrame(guest.state(page)) ? 1 : 0;
            sharing += guest.state(page) == PageState.SHARED ? 1 : 0;
            addSlot(guest, page);
        }
        held += frames;
        if (frames != guest.held()) {
            throw new IllegalStateException(
                    "'" + guest.terms().name() + "' holds " + frames + " frames, " + guest.held() + " are counted");
        }
    }

    private void addSlot(GuestMemory guest, int page) {
        int slot = guest.slot(page);
        if (slot == SwapArea.NONE && guest.isSwapped(page)) {
            throw new IllegalStateException("page " + page + " of '" + guest.terms().name() + "' is swapped and has no slot");
        }
        if (slot != SwapArea.NONE) {
            slots++;
            int there = memory.swap().page(slot);
            if (there != guest.base() + page) {
                throw new IllegalStateException("slot " + slot + " of page " + page + " of '" + guest.terms().name()
                        + "' holds page " + there + " of all");
            }
        }
    }

    private void compare() {
        if (held + memory.shared().frames() + memory.free() != memory.frames() || memory.free() < 0) {
            throw new IllegalStateException("of " + memory.frames() + " frames " + held + " are guests' own, "
                    + memory.shared().frames() + " are shared and " + memory.free() + " are free");
        }
        if (slots != memory.swap().inUse()) {
            throw new IllegalStateException(slots + " pages have slots, " + memory.swap().inUse() + " slots are in use");
        }
        if (sharing != memory.shared().pages()) {
            throw new IllegalStateException(sharing + " pages are shared, " + memory.shared().pages() + " are counted");
        }
    }
}
