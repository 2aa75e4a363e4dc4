package dev.trapline.work;

import java.util.Arrays;

/**
 * Room in which trails keep their parts while they lead somewhere: what one needed the next one has, so that memory follows how
 * many requests are inside at once, not how many there are.
 */
public final class TrailRoom {
    private static final int FIRST = 48;

    private long[][] rooms = new long[4][];
    private int longest = FIRST;
    private int size;

    long[] take() {
        return size == 0 ? new long[longest] : rooms[--size];
    }

    /** More room, and so much for those that begin from now on. */
    long[] more(long[] room) {
        longest = Math.max(longest, room.length * 2);
        return Arrays.copyOf(room, longest);
    }

    void giveBack(long[] room) {
        if (size == rooms.length) {
            rooms = Arrays.copyOf(rooms, size * 2);
        }
        rooms[size++] = room;
    }
}
