package dev.trapline.queueing;

/**
 * A place where requests are served and queue.
 *
 * @param name what it is called
 * @param demandSeconds the service that a request asks of it in all its visits, above 0
 * @param servers how many requests it serves at once, at least 1
 */
public record Station(String name, double demandSeconds, int servers) {
    public Station {
        if (!(demandSeconds > 0 && demandSeconds < Double.POSITIVE_INFINITY) || servers < 1) {
            throw new IllegalArgumentException("The station '" + name + "' needs a demand above 0 and at least 1 server, got "
                    + demandSeconds + " s and " + servers + ".");
        }
    }

    /** What each request takes of the station's whole capacity, in seconds. */
    double perServer() {
        return demandSeconds / servers;
    }
}
