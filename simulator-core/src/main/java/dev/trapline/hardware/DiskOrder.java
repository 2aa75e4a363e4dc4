package dev.trapline.hardware;

import java.util.Locale;

/** Which of the operations that it knows a disk takes next. */
public enum DiskOrder {
    /** The one that it can reach first, seek and rotation together. */
    NEAREST,
    /** The next one outwards to inwards, and from the last back to the first. */
    C_LOOK,
    /** The one that came first. */
    FIFO;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static DiskOrder of(String word) {
        for (DiskOrder order : values()) {
            if (order.word().equals(word)) {
                return order;
            }
        }
        throw new IllegalArgumentException("no order of a disk's queue is called '" + word + "'");
    }
}
