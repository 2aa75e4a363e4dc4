package dev.trapline.cli.validation;

import dev.trapline.scenarios.published.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What follows from all rows: errors by kind, baselines, orders, and whether the bounds are kept. */
public final class Score {
    private static final double MOST_RESIDUAL = 0.08;
    private static final double NAMED_RESIDUAL = 0.20;
    private static final double MOST_ERROR = 0.12;
    private static final double NAMED_ERROR = 0.35;
    private static final double MOST_RATIO_ERROR = 0.15;
    private static final double NAMED_RATIO_ERROR = 0.40;

    /** The rows of one kind: how many, how many met, and their errors. */
    public record Kind(Use use, int all, int met, int known, OptionalDouble median, OptionalDouble worst) {}

    private final List<Row> rows;
    private final List<Fitted> fitted;
    private final Baselines baselines;
    private final Orders orders;

    Score(List<Row> rows, List<Fitted> fitted) {
        this.rows = rows;
        this.fitted = fitted;
        this.baselines = Baselines.of(of(Use.PREDICT));
        this.orders = Orders.of(rows);
    }

    private List<Row> of(Use use) {
        return rows.stream().filter(row -> row.use() == use).toList();
    }

    /** Those kinds of which there are rows. */
    public List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Use use : Use.values()) {
            List<Row> all = of(use);
            if (!all.isEmpty()) {
                List<Double> errors = errors(use);
                kinds.add(new Kind(
                        use,
                        all.size(),
                        (int) all.stream().filter(Row::met).count(),
                        (int) all.stream().filter(row -> !row.met() && row.isExplained()).count(),
                        use.isClaim() ? OptionalDouble.empty() : Medians.of(errors),
                        use.isClaim() ? OptionalDouble.empty() : errors.stream().mapToDouble(Double::doubleValue).max()));
            }
        }
        return kinds;
    }

    private List<Double> errors(Use use) {
        return of(use).stream().flatMap(row -> row.score().stream()).toList();
    }

    /** The median error of a kind; nothing where it has none. */
    public OptionalDouble median(Use use) {
        return Medians.of(errors(use));
    }

    public Baselines baselines() {
        return baselines;
    }

    public Orders orders() {
        return orders;
    }

    /** Whether something missed without a reason that is known. */
    public boolean hasMisses() {
        return rows.stream().anyMatch(row -> !row.met() && !row.isExplained());
    }

    /** The bounds of a whole validation. */
    public List<Bound> bounds() {
        List<Bound> bounds = new ArrayList<>();
        bounds.add(atMost("the median residual of calibrated rows is at most 8 %", median(Use.CALIBRATE), MOST_RESIDUAL));
        bounds.add(named(
                "calibrated rows that are off by more than 20 % have a reason", beyond(of(Use.CALIBRATE), NAMED_RESIDUAL)));
        bounds.add(fewFitted());
        bounds.add(atMost("the median error of predicted rows is at most 12 %", median(Use.PREDICT), MOST_ERROR));
        bounds.add(named("predicted rows that are off by more than 35 % have a reason", beyond(of(Use.PREDICT), NAMED_ERROR)));
        bounds.add(atMost(
                "the median error of ratios to native with an overhead of 5 % is at most 15 %", baselines.model(), MOST_RATIO_ERROR));
        bounds.add(named(
                "ratios to native that are off by more than 40 % have a reason", beyond(baselines.compared(), NAMED_RATIO_ERROR)));
        bounds.add(half("'as fast as native'", baselines.asNative()));
        bounds.add(half("'one factor per platform'", baselines.oneFactor()));
        bounds.add(new Bound(
                "published figures that differ by 5 % come out in their order",
                orders.right() + " pairs right, " + orders.wrong().size() + " wrong, of these "
                        + (orders.wrong().size() - orders.unexplained().size()) + " with a reason",
                orders.unexplained().isEmpty()));
        return bounds;
    }

    private static Bound atMost(String text, OptionalDouble found, double most) {
        return found.isEmpty()
                ? new Bound(text, "there are none", false)
                : new Bound(text, percent(found.getAsDouble()), found.getAsDouble() <= most);
    }

    private static List<Row> beyond(List<Row> rows, double most) {
        return rows.stream().filter(row -> row.score().filter(error -> error > most).isPresent()).toList();
    }

    private static Bound named(String text, List<Row> beyond) {
        List<Row> nameless = beyond.stream().filter(row -> !row.isExplained()).toList();
        String found = beyond.size() + " are, " + nameless.size() + " without"
                + (nameless.isEmpty() ? "" : ": " + String.join("; ", nameless.stream().map(Row::name).toList()));
        return new Bound(text, found, nameless.isEmpty());
    }

    private Bound fewFitted() {
        List<String> tooMany = fitted.stream()
                .filter(table -> !table.leavesHalf())
                .map(table -> table.table() + ": " + table.parameters() + " to " + table.cells() + " figures")
                .toList();
        int parameters = fitted.stream().mapToInt(Fitted::parameters).sum();
        long tables = fitted.stream().filter(table -> table.parameters() > 0).count();
        String found = parameters + " parameters fitted to " + tables + " tables"
                + (tooMany.isEmpty() ? "" : ", too many to " + String.join("; ", tooMany));
        return new Bound("at most half as many costs are fitted to a table as it has figures", found, tooMany.isEmpty());
    }

    private Bound half(String baseline, OptionalDouble error) {
        String text = "the median error is at most half of that of " + baseline;
        OptionalDouble own = baselines.model();
        if (own.isEmpty()) {
            return new Bound(text, "no predicted row has an overhead of 5 %", false);
        }
        String found = percent(own.getAsDouble()) + " beside " + percent(error.getAsDouble());
        return new Bound(text, found, own.getAsDouble() <= error.getAsDouble() / 2);
    }

    /** {@code 8.3 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
