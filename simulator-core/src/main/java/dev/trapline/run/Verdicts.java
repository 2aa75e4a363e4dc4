package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Verdict;
import dev.trapline.result.LimitWords;
import dev.trapline.result.Results;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words what a comparison says about each platform in each setting: at the largest size that the platform and the
 * reference both support, in throughput for closed and fixed work and in the 95 % latency for open work. A platform with
 * variants has a verdict only where all of them agree; one that is another's engine under its own name has none.
 */
final class Verdicts {
    static final String NOT_DECIDED = "not decided by known costs";
    /** A step that gains less than this part of the linear gain does not scale. */
    private static final double SCALES = 0.1;

    private final Grid grid;
    private final Cells cells;
    private final Comparisons compared;
    private final Survivals survivals;

    Verdicts(Grid grid, Cells cells, Comparisons compared, Survivals survivals) {
        this.grid = grid;
        this.cells = cells;
        this.compared = compared;
        this.survivals = survivals;
    }

    List<Results.Verdict> all() {
        List<Results.Verdict> verdicts = new ArrayList<>();
        for (List<PointSpec> points : grid.settings().values()) {
            for (String label : cells.judged()) {
                for (GuestSpec guest : asked(points.get(0))) {
                    verdict(points, label, guest).ifPresent(verdicts::add);
                }
            }
        }
        return verdicts;
    }

    /** Who is asked from outside: what a service does for others is part of their requests, and so of their verdicts. */
    static List<GuestSpec> asked(PointSpec point) {
        return point.guests().stream().filter(guest -> !Workloads.answersCalls(guest.workload().values())).toList();
    }

    /** The largest point of a setting at which all of a platform's variants and the reference ran. */
    Optional<PointSpec> deciding(List<PointSpec> points, String label) {
        return points.stream()
                .filter(point -> cells.reference(point).isPresent() && !cells.variants(point, label).isEmpty())
                .reduce((smaller, larger) -> larger);
    }

    static String metric(GuestSpec guest) {
        return guest.workload().kind().equals("open") ? "latency.p95" : "throughput";
    }

    private Optional<Results.Verdict> verdict(List<PointSpec> points, String label, GuestSpec guest) {
        Optional<PointSpec> deciding = deciding(points, label);
        if (deciding.isEmpty() || cells.reference(deciding.get()).get().platform().label().equals(label)) {
            return Optional.empty();
        }
        PointSpec point = deciding.get();
        Cell reference = cells.reference(point).get();
        List<Cell> variants = cells.variants(point, label);
        List<Comparison> comparisons = new ArrayList<>();
        for (Cell variant : variants) {
            compared.of(variant, guest.name(), metric(guest)).ifPresent(comparisons::add);
        }
        if (comparisons.size() < variants.size()) {
            return Optional.empty();
        }
        return Optional.of(word(points, point, label, guest, variants, comparisons, reference));
    }

    private Results.Verdict word(
            List<PointSpec> points,
            PointSpec point,
            String label,
            GuestSpec guest,
            List<Cell> variants,
            List<Comparison> comparisons,
            Cell reference) {
        List<Boolean> held = held(point, guest, variants, comparisons);
        int holding = (int) held.stream().filter(Boolean::booleanValue).count();
        boolean agree = comparisons.stream().map(Comparison::verdict).distinct().count() == 1;
        boolean survives = holding >= Survivals.SURVIVES * held.size();
        boolean replicated = comparisons.get(0).ratio().replications() > 1;
        String word = agree && survives && replicated ? comparisons.get(0).verdict().words() : NOT_DECIDED;
        double low = comparisons.stream().map(Comparison::ratio).mapToDouble(Estimate::low).min().orElseThrow();
        double high = comparisons.stream().map(Comparison::ratio).mapToDouble(Estimate::high).max().orElseThrow();
        List<Results.MechanismShare> shares = MechanismShares.of(worst(variants, guest), reference, guest.name());
        String stops = stopsScaling(points, label, guest);
        Results.Verdict verdict = new Results.Verdict(
                label,
                grid.setting(point),
                grid.sizeInWords(point),
                point.index(),
                guest.name(),
                metric(guest),
                reference.platform().label(),
                low,
                high,
                word,
                stops,
                holding,
                held.size(),
                "",
                shares);
        return VerdictSentence.complete(
                verdict,
                variants.get(0).platform().title(),
                comparisons,
                stopsAlso(points, guest, stops),
                someStop(points, variants, guest),
                asked(point).size() > 1,
                limits(variants, guest, reference));
    }

    /** What limits the streams of a group here and on the reference, in words; empty if it has none. */
    private static String limits(List<Cell> variants, GuestSpec guest, Cell reference) {
        List<String> own = variants.stream().flatMap(cell -> limit(cell, guest).stream()).distinct().toList();
        String there = limit(reference, guest).orElse("");
        if (own.isEmpty() || there.isEmpty()) {
            return "";
        }
        String label = reference.platform().label();
        return own.equals(List.of(there))
                ? "by " + there + ", as " + label + "'s are"
                : "by " + String.join(" or ", own) + ", " + label + "'s by " + there;
    }

    private static Optional<String> limit(Cell cell, GuestSpec guest) {
        return cell.word(guest.name(), "limited-by").map(LimitWords::of);
    }

    /** The variants that stop scaling while others do not, in words; empty if none or all do. */
    private String someStop(List<PointSpec> points, List<Cell> variants, GuestSpec guest) {
        List<String> stopping = new ArrayList<>();
        for (Cell variant : variants) {
            long stops = stopsScaling(points, variant, guest);
            if (stops > 0) {
                stopping.add("as " + variant.platform().variant() + " stops scaling at " + stops);
            }
        }
        return stopping.size() == variants.size() ? "" : String.join(", ", stopping);
    }

    /** Whether the reference itself stops scaling no later. */
    private boolean stopsAlso(List<PointSpec> points, GuestSpec guest, String stops) {
        String reference = cells.reference(points.get(0)).map(cell -> cell.platform().label()).orElse("");
        String its = stopsScaling(points, reference, guest);
        return !stops.isEmpty() && !its.isEmpty() && Long.parseLong(its) <= Long.parseLong(stops);
    }

    /** The variant that adds most to the mean request. */
    private static Cell worst(List<Cell> variants, GuestSpec guest) {
        Cell worst = variants.get(0);
        for (Cell variant : variants) {
            if (mean(variant, guest, "latency.mean") > mean(worst, guest, "latency.mean")) {
                worst = variant;
            }
        }
        return worst;
    }

    private static double mean(Cell cell, GuestSpec guest, String metric) {
        return cell.metric(guest.name(), metric).map(entry -> entry.getValue().estimate(0.95).mean()).orElse(0.0);
    }

    private List<Boolean> held(PointSpec point, GuestSpec guest, List<Cell> variants, List<Comparison> comparisons) {
        List<Boolean> all = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Cell variant = variants.get(i);
            Survivals.Key key = new Survivals.Key(
                    point.index(), variant.platform().label(), variant.platform().variant(), guest.name(), metric(guest));
            List<Boolean> held = survivals.held(key, comparisons.get(i));
            for (int draw = 0; draw < held.size(); draw++) {
                if (draw == all.size()) {
                    all.add(true);
                }
                all.set(draw, all.get(draw) && held.get(draw));
            }
        }
        return all;
    }

    /** The first size at which the last variant to do so gains less than a tenth of linear; empty if none does. */
    private String stopsScaling(List<PointSpec> points, String label, GuestSpec guest) {
        long latest = 0;
        for (Cell variant : cells.variants(points.get(0), label)) {
            long stops = stopsScaling(points, variant, guest);
            if (stops == 0) {
                return "";
            }
            latest = Math.max(latest, stops);
        }
        return latest == 0 ? "" : Long.toString(latest);
    }

    private long stopsScaling(List<PointSpec> points, Cell variant, GuestSpec guest) {
        if (!grid.grows() || !metric(guest).equals("throughput")) {
            return 0;
        }
        for (int i = 1; i < points.size(); i++) {
            Optional<Cell> before = cells.at(points.get(i - 1), variant.platform());
            Optional<Cell> after = cells.at(points.get(i), variant.platform());
            if (before.isEmpty() || after.isEmpty()) {
                return 0;
            }
            double growth = (double) grid.size(points.get(i)) / grid.size(points.get(i - 1)) - 1;
            double linear = mean(before.get(), guest, "throughput") * growth;
            if (gain(before.get(), after.get(), guest) < SCALES * linear) {
                return grid.size(points.get(i));
            }
        }
        return 0;
    }

    /** The gain of the mean; the points may have different numbers of replications. */
    private double gain(Cell before, Cell after, GuestSpec guest) {
        return mean(after, guest, "throughput") - mean(before, guest, "throughput");
    }
}
