package dev.trapline.memory;

/** Who gets the machine's frames when not all guests can have what they ask for, and whose pages go instead. */
public interface MemoryPolicy {
    /** Everything is in place: it may begin to watch, measure and reclaim. */
    default void start() {}

    /** Frees frames for a guest that needs so many and cannot have them, or begins to. */
    void makeRoom(GuestMemory guest, int frames);

    /** Whether a guest may take a frame that is free. */
    default boolean admits(GuestMemory guest) {
        return true;
    }

    /** The number of free frames has changed. */
    default void changed() {}

    /** How many neighbouring slots are read with the one that is needed. */
    int readAround();

    /** Whether a page that came back keeps its slot until it is written, so that it can go again without being written. */
    boolean keepsSlots();

    /** Which part of a guest's pages its balloon driver may hold. */
    double balloonShare();

    /** Whether it lets balloons grow where guests do not fit. */
    default boolean drivesBalloons() {
        return false;
    }

    /** Whether the pages of a guest leave in the order of their use; if not, any page may. */
    boolean ordersPages();

    /** The active part of a guest's pages as the policy believes; 1 where it does not ask. */
    default double active(GuestMemory guest) {
        return 1;
    }
}
