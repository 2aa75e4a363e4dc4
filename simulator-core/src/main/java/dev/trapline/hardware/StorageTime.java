package dev.trapline.hardware;

/** What an operation's time at a storage device can be spent on; each is either service or a wait. */
public enum StorageTime {
    /** Waits for the disk or for a channel. */
    QUEUE("disk queue", true),
    /** Seek, rotation and transfer of a disk, or flash that is read or programmed. */
    SERVICE("disk", false),
    /** Waits for the processor of a controller. */
    CONTROLLER_QUEUE("storage controller queue", true),
    CONTROLLER("storage controller", false),
    /** A write waits until the write cache has room. */
    CACHE_FULL("write cache full", true),
    /** Waits for a link between host and controller. */
    LINK_QUEUE("storage link queue", true),
    LINK("storage link", false),
    /** On its way through a storage network. */
    FABRIC("storage network", false);

    private final String mechanism;
    private final boolean waiting;

    StorageTime(String mechanism, boolean waiting) {
        this.mechanism = mechanism;
        this.waiting = waiting;
    }

    /** What ledgers call it. */
    public String mechanism() {
        return mechanism;
    }

    public boolean isWaiting() {
        return waiting;
    }
}
