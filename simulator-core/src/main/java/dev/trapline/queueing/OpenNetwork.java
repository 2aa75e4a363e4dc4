package dev.trapline.queueing;

import java.util.List;
import java.util.Optional;

/**
 * Requests that arrive at random and pass stations, each of which then behaves as M/M/c by itself.
 *
 * <p>Jackson, "Networks of waiting lines", Operations Research 5 (1957); exact for exponential service in order of arrival, and
 * for any service where a single server is shared evenly or a request never waits (Baskett, Chandy, Muntz, Palacios, JACM 22
 * (1975)).
 *
 * @param delaySeconds what a request spends at no station
 */
public record OpenNetwork(List<Station> stations, double delaySeconds) {
    public OpenNetwork {
        stations = List.copyOf(stations);
    }

    /** The steady state; empty if some station is asked for all it has or more. */
    public Optional<Solution> solve(double arrivalsPerSecond) {
        double response = delaySeconds;
        for (Station station : stations) {
            if (arrivalsPerSecond * station.perServer() >= 1) {
                return Optional.empty();
            }
            response += ErlangC.sojournSeconds(station, arrivalsPerSecond);
        }
        return Optional.of(new Solution(arrivalsPerSecond, response));
    }
}
