package dev.trapline.memory;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.random.KeyedSource;
import java.util.List;

/**
 * How much of its memory each guest uses, by sampling (Waldspurger 2002, section 5.3): a few of its pages, chosen at random,
 * are watched for a period; the part of them that was used is the part of all. Three averages are kept of it, a slow one, a
 * fast one, and the fast one with the period that is not over; the largest counts, so that a rise is seen at once and a fall
 * slowly.
 */
final class WorkingSets {
    private static final int TRIES = 32;

    private final List<GuestMemory> guests;
    private final KeyedSource draws;
    private final int pages;
    private final long periodPicos;
    private final double slowGain;
    private final double fastGain;
    private final Timer timer;
    private double[] slow;
    private double[] fast;
    private int periods;

    WorkingSets(HostMemory memory, KeyedSource draws, int pages, long periodPicos, double slowGain, double fastGain) {
        guests = memory.guests();
        this.draws = draws;
        this.pages = pages;
        this.periodPicos = periodPicos;
        this.slowGain = slowGain;
        this.fastGain = fastGain;
        timer = memory.simulation().newTimer("working-set sampling", Phase.OBSERVE, this::period);
    }

    void start() {
        slow = new double[guests.size()];
        fast = new double[guests.size()];
        watch();
    }

    /** The active part of a guest's pages; 1 while nothing is known. */
    double active(int guest) {
        if (periods == 0) {
            return 1;
        }
        double now = guests.get(guest).watched().usedPart();
        double current = fast[guest] + fastGain * (now - fast[guest]);
        return Math.max(slow[guest], Math.max(fast[guest], current));
    }

    private void period() {
        for (int i = 0; i < slow.length; i++) {
            double used = guests.get(i).watched().usedPart();
            slow[i] = periods == 0 ? used : slow[i] + slowGain * (used - slow[i]);
            fast[i] = periods == 0 ? used : fast[i] + fastGain * (used - fast[i]);
        }
        periods++;
        watch();
    }

    private void watch() {
        for (GuestMemory guest : guests) {
            guest.watched().clear();
            for (int i = 0; i < pages; i++) {
                watchOne(guest);
            }
        }
        timer.armAfter(periodPicos);
    }

    /** A kernel's pages are taken to be used all the time. */
    private void watchOne(GuestMemory guest) {
        for (int i = 0; i < TRIES; i++) {
            int page = draws.nextInt(guest.pages());
            if (guest.isBacked(page) && guest.watched().add(page, guest.isKernel(page))) {
                return;
            }
        }
    }
}
