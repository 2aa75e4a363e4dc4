package dev.trapline.memory;

import java.util.Arrays;

/** What a guest's operating system has in which of its pages, and in which order those were used. */
final class GuestPages {
    static final int NONE = -1;

    /** Codes beside the numbers of data pages. */
    static final int FREE = -1;
    static final int KERNEL = -2;
    static final int BALLOON = -3;
    /** A file that nobody reads any more. */
    static final int OLD = -4;
    /** Being filled from the disk. */
    static final int FILLING = -5;

    private static final int IN_ORDER = 0;
    private static final int FREE_ONES = 1;
    private static final int OF_BALLOON = 2;
    private static final int LISTS = 3;

    private static final byte STAYS = 0;
    private static final byte LEAVES = 1;
    private static final byte WANTED_AGAIN = 2;

    private final int[] holds;
    private final byte[] leaving;
    /** Pages that hold something in the order in which they go, free ones in the order in which they came, those of the balloon. */
    private final PageLinks links;
    private final SecondChance order;
    private int free;
    private int inBalloon;
    private int onTheWay;

    GuestPages(int pages) {
        holds = new int[pages];
        Arrays.fill(holds, FREE);
        leaving = new byte[pages];
        links = new PageLinks(pages, LISTS);
        order = new SecondChance(pages, links, IN_ORDER);
    }

    int holds(int page) {
        return holds[page];
    }

    SecondChance order() {
        return order;
    }

    int free() {
        return free;
    }

    /** Pages on their way out. */
    int leaving() {
        return onTheWay;
    }

    /** A page that the operating system keeps for itself, or from which it begins with something. */
    void begin(int page, int with) {
        holds[page] = with;
    }

    void use(int page) {
        order.use(page);
        if (leaving[page] == LEAVES) {
            leaving[page] = WANTED_AGAIN;
        }
    }

    /** It has this in it, to be kept as long as it is used. */
    void filled(int page, int with) {
        holds[page] = with;
        order.add(page);
    }

    void free(int page) {
        holds[page] = FREE;
        links.append(FREE_ONES, page);
        free++;
    }

    /** The page that has been free for longest, to be filled; {@link #NONE} if there is none. */
    int take() {
        if (free == 0) {
            return NONE;
        }
        int page = links.first(FREE_ONES);
        links.remove(page);
        free--;
        holds[page] = FILLING;
        return page;
    }

    /** The next to go of those that hold something, taken out of the order; {@link #NONE} if there is none. */
    int next() {
        return order.take();
    }

    void leaves(int page) {
        leaving[page] = LEAVES;
        onTheWay++;
    }

    /** It has been written out: true if it can be free, false if it was used meanwhile and stays. */
    boolean left(int page) {
        boolean gone = leaving[page] == LEAVES;
        leaving[page] = STAYS;
        onTheWay--;
        if (!gone) {
            order.add(page);
        }
        return gone;
    }

    void intoBalloon(int page) {
        holds[page] = BALLOON;
        links.append(OF_BALLOON, page);
        inBalloon++;
    }

    /** The page that the balloon got last, out of it. */
    int outOfBalloon() {
        int page = links.last(OF_BALLOON);
        links.remove(page);
        inBalloon--;
        return page;
    }

    int inBalloon() {
        return inBalloon;
    }
}
