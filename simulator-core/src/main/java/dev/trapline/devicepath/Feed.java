package dev.trapline.devicepath;

/**
 * What comes into a ring, or to an executor, without an event of its own: that of one interface, or nothing. Two that come to the
 * same place are events both, since their order counts.
 */
final class Feed {
    private UnheardArrivals arrivals;
    private boolean eachSeen;

    void by(UnheardArrivals coming) {
        if (arrivals != null) {
            seesEach();
        }
        arrivals = coming;
        if (eachSeen) {
            coming.neverAgain();
        }
    }

    /** From now on each packet is seen when it comes. */
    void seesEach() {
        eachSeen = true;
        if (arrivals != null) {
            arrivals.neverAgain();
        }
    }

    /** Whatever came until now has arrived. */
    void catchUp() {
        if (arrivals != null) {
            arrivals.catchUp();
        }
    }

    void checkConservation() {
        if (arrivals != null) {
            arrivals.checkConservation();
        }
    }
}
