package dev.trapline.run;

import dev.trapline.measure.Replications;
import dev.trapline.result.Results.MechanismShare;
import dev.trapline.spec.GuestSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which mechanisms account for what a platform adds to the mean request of the reference: differences of the latency
 * ledger. A wait for a core or in a queue grows because the work before it grew: what the platform adds to such waits is
 * shared among the mechanisms by the core time that each of them adds to a request, so that a longer queue behind the same
 * computing is the fault of the world switches that came on top, not of the computing. Shares are of what was added where
 * the mean request takes longer, and of what was taken away where it takes less.
 */
final class MechanismShares {
    private static final int MOST = 3;

    private record Where(String place, String mechanism) {}

    private MechanismShares() {}

    /** The largest shares, largest first; empty if the mean request takes the same. */
    static List<MechanismShare> of(Cell cell, Cell reference, String guest) {
        Map<Where, Double> differences = new LinkedHashMap<>();
        double behindWork = latency(differences, cell, guest, 1) + latency(differences, reference, guest, -1);
        share(behindWork, added(cell, reference, guest), differences);
        double total = differences.values().stream().mapToDouble(Double::doubleValue).sum();
        double ofOneSign = differences.values().stream()
                .mapToDouble(difference -> difference * total > 0 ? difference : 0)
                .sum();
        List<MechanismShare> shares = new ArrayList<>();
        if (ofOneSign == 0) {
            return shares;
        }
        differences.forEach((where, difference) -> shares.add(new MechanismShare(
                where.place(), where.mechanism(), "service and waiting behind it", "", difference / ofOneSign, difference)));
        shares.sort(Comparator.comparingDouble((MechanismShare share) -> -share.share())
                .thenComparing(MechanismShare::place)
                .thenComparing(MechanismShare::mechanism));
        return new ArrayList<>(shares.subList(0, Math.min(MOST, shares.size())));
    }

    /** Adds the latency ledger's entries, all but the waits behind work, whose sum it returns. */
    private static double latency(Map<Where, Double> differences, Cell cell, String guest, int sign) {
        double behindWork = 0;
        for (Map.Entry<LedgerKey, Replications> entry : cell.ledger().entrySet()) {
            LedgerKey key = entry.getKey();
            if (key.isLatency() && key.guest().equals(guest)) {
                double mean = sign * mean(entry.getValue());
                if (key.occupier().isEmpty()) {
                    differences.merge(new Where(key.place(), key.mechanism()), mean, Double::sum);
                } else {
                    behindWork += mean;
                }
            }
        }
        return behindWork;
    }

    private static void share(double behindWork, Map<Where, Double> added, Map<Where, Double> differences) {
        double sum = 0;
        for (double milliseconds : added.values()) {
            sum += Math.max(0, milliseconds);
        }
        if (sum == 0) {
            differences.merge(new Where("guest-kernel", "queue"), behindWork, Double::sum);
            return;
        }
        for (Map.Entry<Where, Double> entry : added.entrySet()) {
            if (entry.getValue() > 0) {
                differences.merge(entry.getKey(), behindWork * entry.getValue() / sum, Double::sum);
            }
        }
    }

    /** The core time that each mechanism adds to a request, whoever it is charged to, in milliseconds. */
    private static Map<Where, Double> added(Cell cell, Cell reference, String guest) {
        Map<Where, Double> added = new LinkedHashMap<>();
        perRequest(added, cell, guest, 1);
        perRequest(added, reference, guest, -1);
        return added;
    }

    private static void perRequest(Map<Where, Double> added, Cell cell, String guest, int sign) {
        double own = throughput(cell, guest);
        List<GuestSpec> asked = Verdicts.asked(cell.point());
        double all = asked.stream().mapToDouble(group -> throughput(cell, group.name())).sum();
        if (own == 0) {
            return;
        }
        for (Map.Entry<LedgerKey, Replications> entry : cell.ledger().entrySet()) {
            LedgerKey key = entry.getKey();
            boolean ofGroup = asked.stream().anyMatch(group -> group.name().equals(key.group()));
            if (!key.isLatency() && (!ofGroup || key.group().equals(guest))) {
                // what serves all groups, services among it, is shared by their requests
                double requests = ofGroup ? own : all;
                added.merge(
                        new Where(key.place(), key.mechanism()), sign * mean(entry.getValue()) / requests, Double::sum);
            }
        }
    }

    private static double throughput(Cell cell, String guest) {
        return cell.metric(guest, "throughput").map(entry -> mean(entry.getValue())).orElse(0.0);
    }

    private static double mean(Replications values) {
        return values.estimate(0.95).mean();
    }
}
