package dev.trapline.queueing;

/** Erlang's formula for M/M/c, and what follows from it. */
public final class ErlangC {
    private ErlangC() {}

    /**
     * The probability that an arriving request has to wait.
     *
     * <p>Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges"
     * (1917); by the recurrence of the loss formula, B(c) = a B(c-1) / (c + a B(c-1)), whose terms stay between 0 and 1.
     *
     * @param utilization of each server, from 0 and below 1
     */
    public static double waits(int servers, double utilization) {
        if (servers < 1 || !(utilization >= 0 && utilization < 1)) {
            throw new IllegalArgumentException("M/M/c needs at least 1 server and a utilization from 0 and below 1, got "
                    + servers + " and " + utilization + ".");
        }
        double offered = servers * utilization;
        double lost = 1;
        for (int server = 1; server <= servers; server++) {
            lost = offered * lost / (server + offered * lost);
        }
        return lost / (1 - utilization * (1 - lost));
    }

    /** The mean time at a station whose requests arrive at random and ask for exponential times. */
    public static double sojournSeconds(Station station, double arrivalsPerSecond) {
        double utilization = arrivalsPerSecond * station.perServer();
        return station.demandSeconds() + waits(station.servers(), utilization) * station.perServer() / (1 - utilization);
    }
}
