package dev.trapline.cli.validation;

import dev.trapline.scenarios.published.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether figures of one table stand in the order in which they were published, wherever those differ by at least 5 %: all pairs
 * in one row of a table, or of one metric at one place, of which one is predicted or claims an order.
 */
public record Orders(int right, List<Pair> wrong) {
    private static final double LEAST_DIFFERENCE = 1.05;
    private static final Set<Use> CLAIMING = EnumSet.of(Use.PREDICT, Use.ORDER);

    /** Two rows, the first of which was measured to be smaller but is not simulated so. */
    public record Pair(Row smaller, Row larger) {
        boolean isExplained() {
            return smaller.isExplained() || larger.isExplained();
        }

        public String inWords() {
            boolean alone = smaller == larger;
            return alone
                    ? smaller.name() + ": on the other side of what it is relative to"
                    : smaller.name() + " is not below " + larger.row() + ", " + larger.column();
        }
    }

    public static Orders of(List<Row> rows) {
        List<Pair> wrong = new ArrayList<>();
        int right = 0;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i; j < rows.size(); j++) {
                if (isComparable(rows.get(i), rows.get(j), i == j)) {
                    Pair pair = pair(rows.get(i), rows.get(j));
                    boolean inOrder = i == j ? isOnItsSide(rows.get(i)) : isInOrder(pair);
                    right += inOrder ? 1 : 0;
                    if (!inOrder) {
                        wrong.add(pair);
                    }
                }
            }
        }
        return new Orders(right, List.copyOf(wrong));
    }

    private static boolean isComparable(Row a, Row b, boolean same) {
        if (a.table().isEmpty() || a.figure().isEmpty() || b.figure().isEmpty()) {
            return false;
        }
        if (same) {
            return isRelative(a) && CLAIMING.contains(a.use()) && differ(a.figure().get().measured(), 1);
        }
        boolean together = a.table().equals(b.table())
                && a.metric().equals(b.metric())
                && !isRelative(a)
                && !isRelative(b)
                && (a.row().equals(b.row()) || a.at().equals(b.at()));
        boolean claiming = CLAIMING.contains(a.use()) || CLAIMING.contains(b.use());
        boolean calibrated = a.use() == Use.CALIBRATE || b.use() == Use.CALIBRATE;
        return together && claiming && !calibrated && differ(a.figure().get().measured(), b.figure().get().measured());
    }

    /** A figure without a unit that is scored as a ratio is one. */
    private static boolean isRelative(Row row) {
        return row.ratio().isPresent()
                && row.figure().isPresent()
                && row.figure().get().measured() == row.ratio().get().measured()
                && row.figure().get().unit().isEmpty();
    }

    private static boolean differ(double a, double b) {
        return Math.max(a, b) >= LEAST_DIFFERENCE * Math.min(a, b) && a != b;
    }

    private static Pair pair(Row a, Row b) {
        return a.figure().orElseThrow().measured() < b.figure().orElseThrow().measured() ? new Pair(a, b) : new Pair(b, a);
    }

    private static boolean isInOrder(Pair pair) {
        return pair.smaller().figure().orElseThrow().simulated() < pair.larger().figure().orElseThrow().simulated();
    }

    private static boolean isOnItsSide(Row row) {
        Row.Figure figure = row.figure().orElseThrow();
        return (figure.measured() < 1) == (figure.simulated() < 1) && figure.simulated() != 1;
    }

    /** Whether a row is one of a pair that is not in its order. */
    public boolean isWrong(Row row) {
        return wrong.stream().anyMatch(pair -> pair.smaller().equals(row) || pair.larger().equals(row));
    }

    List<Pair> unexplained() {
        return wrong.stream().filter(pair -> !pair.isExplained()).toList();
    }
}
