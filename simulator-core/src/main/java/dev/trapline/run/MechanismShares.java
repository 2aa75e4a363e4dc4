package dev.trapline.run;

import dev.trapline.measure.Replications;
import dev.trapline.result.Results.MechanismShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which mechanisms account for what a platform adds to the mean request of the reference: differences of the latency
 * ledger. A wait counts for what held the resource meanwhile, so that a queue behind world switches is world switches'.
 */
final class MechanismShares {
    private static final int MOST = 3;

    private record Place(String place, String mechanism) {}

    private MechanismShares() {}

    /** The largest shares, largest first; empty if the mean request takes the same. */
    static List<MechanismShare> of(Cell cell, Cell reference, String guest) {
        Map<Place, Double> differences = new LinkedHashMap<>();
        add(differences, cell, guest, 1);
        add(differences, reference, guest, -1);
        double total = differences.values().stream().mapToDouble(Double::doubleValue).sum();
        List<MechanismShare> shares = new ArrayList<>();
        if (total == 0) {
            return shares;
        }
        differences.forEach((where, difference) -> shares.add(new MechanismShare(
                where.place(), where.mechanism(), "service and waiting behind it", "", difference / total, difference)));
        shares.sort(Comparator.comparingDouble((MechanismShare share) -> -share.share())
                .thenComparing(MechanismShare::place)
                .thenComparing(MechanismShare::mechanism));
        return shares.subList(0, Math.min(MOST, shares.size()));
    }

    private static void add(Map<Place, Double> differences, Cell cell, String guest, int sign) {
        for (Map.Entry<LedgerKey, Replications> entry : cell.ledger().entrySet()) {
            LedgerKey key = entry.getKey();
            if (key.isLatency() && key.guest().equals(guest)) {
                double mean = sign * entry.getValue().estimate(0.95).mean();
                differences.merge(blamed(key), mean, Double::sum);
            }
        }
    }

    private static Place blamed(LedgerKey key) {
        int colon = key.occupier().indexOf(": ");
        if (colon < 0) {
            return new Place(key.place(), key.mechanism());
        }
        return new Place(key.occupier().substring(0, colon), key.occupier().substring(colon + 2));
    }
}
