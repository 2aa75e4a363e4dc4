package dev.trapline.scheduler;

/**
 * The instants of a periodic clock interrupt that is the same on all cores.
 *
 * @param periodPicos from one to the next; 0 if timers are exact, so that every instant is one
 */
record Ticks(long periodPicos) {
    /** How many have passed, the one at this instant included. */
    long count(long instant) {
        return instant / periodPicos;
    }

    long instant(long number) {
        return number * periodPicos;
    }

    long atOrAfter(long instant) {
        return periodPicos == 0 ? instant : (instant + periodPicos - 1) / periodPicos * periodPicos;
    }

    long after(long instant) {
        return periodPicos == 0 ? instant : (instant / periodPicos + 1) * periodPicos;
    }
}
