package dev.trapline.reports.digest;

import dev.trapline.result.Results;
import java.util.Optional;

/**
 * The time of all cores of a machine in one simulated second, in milliseconds: busy by the ledger of cycles, and idle.
 *
 * @param cores how many there are: busy time over utilisation, which is a whole number
 */
public record CoreTime(int cores, double busyMillis, double idleMillis) {
    private static final double MILLIS = 1000;
    private static final double ROUNDING = 1e-6;

    /** A contender's at one point on one host; empty where its cores did nothing, or ledger and utilisation do not go together. */
    public static Optional<CoreTime> of(Digest digest, Contender contender, int point, String host) {
        double busy = digest.results().ledgers().stream()
                .filter(row -> row.ledger().equals("cycles") && row.point() == point && Digest.isOn(host, row))
                .filter(row -> contender.owns(row.platform(), row.variant()))
                .mapToDouble(Results.LedgerRow::value)
                .sum();
        double share = digest.metric(contender, point, "", Digest.nameOnHost(host, "core.utilization"))
                .map(Results.Metric::mean)
                .orElse(0.0);
        double exact = share > 0 ? busy / (share / 100 * MILLIS) : 0;
        long cores = Math.round(exact);
        boolean isWhole = cores > 0 && Math.abs(exact - cores) <= ROUNDING * cores;
        return isWhole ? Optional.of(new CoreTime((int) cores, busy, cores * MILLIS - busy)) : Optional.empty();
    }
}
