package dev.trapline.engine;

import java.util.Arrays;

/**
 * For each timer, by its number, phase and order of its present arming. An entry of the queue that says another order is
 * of an arming that was cancelled since: so a timer is cancelled by one write, wherever its entry is. While the queue has no such
 * entry, nobody need look.
 */
final class Armings {
    private static final long NOT_ARMED = -1;
    private static final int INITIAL_CAPACITY = 64;

    private final int lowBits;
    /** How many entries of cancelled armings the queue has. */
    private int cancelled;
    private long[] orders = new long[INITIAL_CAPACITY];

    /** @param turnBits so many low bits of an order tell apart what is in the queue at the same time */
    Armings(int turnBits) {
        lowBits = (int) ((1L << turnBits) - 1);
        Arrays.fill(orders, NOT_ARMED);
    }

    /** Makes room for timers up to this number; they are not armed. */
    void grow(int timers) {
        int old = orders.length;
        if (timers > old) {
            orders = Arrays.copyOf(orders, Math.max(timers, old + (old >> 1)));
            Arrays.fill(orders, old, orders.length, NOT_ARMED);
        }
    }

    boolean isArmed(int timer) {
        return orders[timer] != NOT_ARMED;
    }

    /** Tells whether an entry is of the present arming of its timer. */
    boolean isLive(int timer, long order) {
        return cancelled == 0 || orders[timer] == order;
    }

    /** The same from the {@link #lowOrder} of an entry. */
    boolean isLive(int timer, int lowOrder) {
        if (cancelled == 0) {
            return true;
        }
        long order = orders[timer];
        return order != NOT_ARMED && lowOrder(order) == lowOrder;
    }

    /** Returns what of an order is enough to know it again. */
    int lowOrder(long order) {
        return (int) order & lowBits;
    }

    /** Returns phase and order of the present arming. */
    long order(int timer) {
        return orders[timer];
    }

    void arm(int timer, long order) {
        orders[timer] = order;
    }

    void disarm(int timer) {
        orders[timer] = NOT_ARMED;
    }

    /** Forgets an arming of which the entry stays in the queue, until it is {@link #drop}ped. */
    void cancel(int timer) {
        disarm(timer);
        cancelled++;
    }

    int cancelled() {
        return cancelled;
    }

    /** Tells that an entry of a cancelled arming has been taken out of the queue. */
    void drop() {
        cancelled--;
    }
}
