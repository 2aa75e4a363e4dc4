package dev.trapline.work;

import java.util.Arrays;

/**
 * Room in which trails keep their parts while they lead somewhere: what one needed the next one has, so that memory follows how
 * many requests are inside at once, not how many there are.
 */
public final class TrailRoom {
    private static final int FIRST = 48;

    private long[][] rooms = new long[4][];
    private int size;

    long[] take() {
        return size == 0 ? new long[FIRST] : rooms[--size];
    }

    void giveBack(long[] room) {
        if (size == rooms.length) {
            rooms = Arrays.copyOf(rooms, size * 2);
        }
        rooms[size++] = room;
    }
}
