package dev.trapline.run;

import dev.trapline.measure.Bound;
import dev.trapline.measure.Estimate;
import dev.trapline.measure.LimitSearch.Finding;
import dev.trapline.measure.Replications;
import dev.trapline.spec.ObjectiveSpec.Constraint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a cell keeps the constraints of an objective.
 *
 * @param constraint the one that is broken most clearly, or kept most narrowly
 * @param figure its interval over the replications, widened by what a count resolves for the
 *     decision alone; empty if there is no such figure, which breaks it
 * @param limitedBy what has no time left
 */
record ConstraintCheck(Finding finding, Constraint constraint, Optional<Estimate> figure, String limitedBy) {
    private static final Map<String, String> DEVICES = orderedDevices();

    private static Map<String, String> orderedDevices() {
        Map<String, String> devices = new java.util.LinkedHashMap<>();
        devices.put("core.utilization", "cores");
        devices.put("disk.utilization", "disks");
        devices.put("nic.utilization", "network");
        return devices;
    }

    /** @param confidence of the interval by which each constraint is decided */
    static ConstraintCheck of(Cell cell, List<Constraint> constraints, double confidence) {
        ConstraintCheck worst = null;
        for (Constraint constraint : constraints) {
            ConstraintCheck check = of(cell, constraint, confidence);
            worst = worst == null || check.isWorse(worst) ? check : worst;
        }
        return worst;
    }

    private static ConstraintCheck of(Cell cell, Constraint constraint, double confidence) {
        Optional<Map.Entry<MetricKey, Replications>> found = cell.metrics().entrySet().stream()
                .filter(entry -> is(entry.getKey(), constraint))
                .findFirst();
        Optional<Estimate> figure = found.map(entry -> entry.getValue().estimate(confidence));
        Finding finding = figure.map(it -> wider(it, cell.resolution(found.get().getKey())))
                .map(bound(constraint)::judge)
                .orElse(Finding.BROKEN);
        return new ConstraintCheck(finding, constraint, figure, limitedBy(cell));
    }

    /** A count over a window is one more or less by where its ends fall, in every replication alike. */
    private static Estimate wider(Estimate figure, double resolution) {
        return figure.hasInterval()
                ? new Estimate(
                        figure.mean(), figure.low() - resolution, figure.high() + resolution, figure.confidence(),
                        figure.replications())
                : figure;
    }

    private static boolean is(MetricKey key, Constraint constraint) {
        return key.request().isEmpty()
                && key.guest().equals(constraint.guest())
                && key.metric().equals(constraint.metric())
                && key.unit().equals(constraint.unit());
    }

    private static Bound bound(Constraint constraint) {
        return new Bound(constraint.bound(), constraint.isMost());
    }

    /** A later finding is worse; of equal ones, what is further beyond its bound. */
    private boolean isWorse(ConstraintCheck other) {
        int order = finding.compareTo(other.finding);
        return order > 0 || order == 0 && excess() > other.excess();
    }

    private double excess() {
        return figure.map(estimate -> bound(constraint).excess(estimate.mean())).orElse(Double.MAX_VALUE);
    }

    /** What is saturated; if nothing is, what comes nearest to it. */
    private static String limitedBy(Cell cell) {
        String word = cell.words().getOrDefault(MetricKey.ofMachine("limited-by", ""), Bottleneck.NONE);
        return word.equals(Bottleneck.NONE) ? busiest(cell) : word;
    }

    private static String busiest(Cell cell) {
        String busiest = "";
        double most = 0;
        for (Map.Entry<MetricKey, Replications> entry : cell.metrics().entrySet()) {
            String device = DEVICES.get(entry.getKey().metric());
            if (device != null) {
                double mean = entry.getValue().estimate(0.95).mean();
                busiest = mean > most ? device : busiest;
                most = Math.max(most, mean);
            }
        }
        return busiest.isEmpty()
                ? "nothing"
                : "nothing; " + busiest + " at " + new BigDecimal(most).setScale(0, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
