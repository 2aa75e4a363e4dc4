package dev.trapline.queueing;

/**
 * The steady state of a network.
 *
 * @param throughput requests per second
 * @param responseSeconds the mean time of a request from its arrival to its answer, thinking excluded
 */
public record Solution(double throughput, double responseSeconds) {
    /** The part of a station's capacity that is in use. */
    public double utilization(Station station) {
        return throughput * station.perServer();
    }
}
