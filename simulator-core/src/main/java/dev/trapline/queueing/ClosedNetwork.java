package dev.trapline.queueing;

import java.util.Arrays;
import java.util.List;

/**
 * Customers that go round between stations and a delay; exact where the network has a product form.
 *
 * <p>Buzen's convolution, "Computational algorithms for closed queueing networks with exponential servers", CACM 16 (1973): the
 * throughput of N customers is G(N - 1) / G(N). It gives what exact mean value analysis (Reiser, Lavenberg, JACM 27 (1980))
 * gives, and stays accurate for stations of several servers near saturation, where the probabilities of that recursion lose
 * their digits. G spans more than doubles can hold, so its logarithms are kept.
 *
 * @param delaySeconds what a request spends at no station
 * @param thinkSeconds what a customer waits between two requests
 */
public record ClosedNetwork(List<Station> stations, double delaySeconds, double thinkSeconds) {
    /** The work grows with the square of the number of customers. */
    public static final int MOST_CUSTOMERS = 5_000;

    public ClosedNetwork {
        stations = List.copyOf(stations);
        if (!(delaySeconds >= 0) || !(thinkSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "Delays must be at least 0 s, got " + delaySeconds + " and " + thinkSeconds + ".");
        }
        if (stations.isEmpty() && delaySeconds + thinkSeconds == 0) {
            throw new IllegalArgumentException("A closed network needs a station or a delay.");
        }
    }

    public Solution solve(int customers) {
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw new IllegalArgumentException(
                    "A closed network is solved for 1 to " + MOST_CUSTOMERS + " customers, got " + customers + ".");
        }
        double[] constants = delays(customers);
        for (Station station : stations) {
            constants = station.servers() == 1 ? single(constants, station) : several(constants, station);
        }
        double throughput = StrictMath.exp(constants[customers - 1] - constants[customers]);
        return new Solution(throughput, StrictMath.max(0, customers / throughput - thinkSeconds));
    }

    /** Z^n / n! */
    private double[] delays(int customers) {
        double[] logs = new double[customers + 1];
        double delay = delaySeconds + thinkSeconds;
        for (int n = 1; n <= customers; n++) {
            logs[n] = delay == 0 ? Double.NEGATIVE_INFINITY : logs[n - 1] + StrictMath.log(delay / n);
        }
        return logs;
    }

    /** G(n) = G'(n) + D G(n - 1). */
    private static double[] single(double[] before, Station station) {
        double demand = StrictMath.log(station.demandSeconds());
        double[] after = before.clone();
        for (int n = 1; n < after.length; n++) {
            after[n] = sum(before[n], demand + after[n - 1]);
        }
        return after;
    }

    /** G(n) = sum over k of G'(n - k) D^k / (1 x 2 x ... with no factor above the number of servers). */
    private static double[] several(double[] before, Station station) {
        double[] factors = new double[before.length];
        for (int k = 1; k < factors.length; k++) {
            factors[k] = factors[k - 1] + StrictMath.log(station.demandSeconds() / StrictMath.min(k, station.servers()));
        }
        double[] after = new double[before.length];
        double[] terms = new double[before.length];
        for (int n = 0; n < after.length; n++) {
            for (int k = 0; k <= n; k++) {
                terms[k] = before[n - k] + factors[k];
            }
            after[n] = sum(Arrays.copyOf(terms, n + 1));
        }
        return after;
    }

    /** The logarithm of the sum of what these are the logarithms of. */
    private static double sum(double... logs) {
        double greatest = Arrays.stream(logs).max().orElseThrow();
        if (greatest == Double.NEGATIVE_INFINITY) {
            return greatest;
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - greatest);
        }
        return greatest + StrictMath.log(sum);
    }
}
