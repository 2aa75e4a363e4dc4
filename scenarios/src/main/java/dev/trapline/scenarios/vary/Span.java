package dev.trapline.scenarios.vary;

import dev.trapline.declare.Dimension;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.text.UnreadableQuantity;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The values between two quantities of one dimension, both included.
 *
 * @param symbol the unit of the first, in which all are written where they can be
 * @param counts whether both are written as whole numbers without a unit; what lies between them is then whole too
 */
record Span(Dimension dimension, String symbol, boolean counts, BigDecimal from, BigDecimal to, boolean log) {

    /** Reads the ends; empty after a problem was added at its place. */
    static Optional<Span> of(Mapping written, String path, boolean log, Problems problems) {
        Scalar low = (Scalar) written.find(VaryShapes.FROM).orElseThrow();
        Scalar high = (Scalar) written.find(VaryShapes.TO).orElseThrow();
        Optional<Amount> from = amount(low, Arrays.asList(Dimension.values()), path, problems);
        Optional<Amount> to = from.flatMap(known -> amount(high, List.of(known.dimension()), path, problems));
        if (to.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal least = from.get().exact();
        if (least.compareTo(to.get().exact()) >= 0) {
            problems.add(high.place(), path, "'to' must be above 'from', got " + low.inWords() + " to " + high.inWords());
            return Optional.empty();
        }
        if (log && least.signum() <= 0) {
            problems.add(low.place(), path, "equal factors begin above 0, got " + low.inWords());
            return Optional.empty();
        }
        boolean counts = low.kind() == ScalarKind.INTEGER && high.kind() == ScalarKind.INTEGER;
        String symbol = low.text().substring(low.text().indexOf(' ') + 1);
        return Optional.of(new Span(from.get().dimension(), symbol, counts, least, to.get().exact(), log));
    }

    /** A number without unit is a plain one here; what a path takes, its own shape says later. */
    static Optional<Amount> amount(LocatedNode node, List<Dimension> allowed, String path, Problems problems) {
        Scalar scalar = (Scalar) node;
        try {
            List<Dimension> due = allowed.size() > 1 && scalar.isNumber() ? List.of(Dimension.NUMBER) : allowed;
            return Optional.of(
                    scalar.isNumber() ? Quantities.parseBare(scalar.text(), due) : Quantities.parse(scalar.text(), due));
        } catch (UnreadableQuantity refused) {
            String rule = allowed.size() > 1 ? "expected a number, with or without a unit, such as 4 or '30 ms'" : refused.getMessage();
            problems.add(scalar.place(), path, rule + ", got " + Wording.quoted(scalar.text()));
            return Optional.empty();
        }
    }

    /** The value so far on the way from 0, the first, to 1, the last; not rounded yet. */
    BigDecimal at(double share) {
        return between(from, to, share);
    }

    /** The whole number in whose part of the way this share lies, all parts being equal: as likely as any other. */
    BigDecimal countAt(double share) {
        BigDecimal beyond = to.add(BigDecimal.ONE);
        return Rounding.down(between(from, beyond, share)).min(to);
    }

    private BigDecimal between(BigDecimal low, BigDecimal high, double share) {
        double first = low.doubleValue();
        double last = high.doubleValue();
        return new BigDecimal(log
                ? first * StrictMath.exp(share * StrictMath.log(last / first))
                : first + share * (last - first));
    }

    /** How long a part of the way is at a value, if there are so many. */
    double part(BigDecimal value, int parts) {
        return log
                ? value.doubleValue() * StrictMath.log(to.doubleValue() / from.doubleValue()) / parts
                : to.subtract(from).doubleValue() / parts;
    }

    /** Whether values are held in whole units, so that none lies between two of them. */
    boolean isWhole() {
        return counts || dimension.isWhole();
    }

    /** A value as a scenario would write it, at the place of what asked for it. */
    Scalar written(BigDecimal value, LocatedNode asked) {
        if (!Quantities.isBare(dimension)) {
            return Scalar.text(asked.place(), Quantities.show(dimension, value, symbol)
                    .orElseGet(() -> Quantities.show(dimension, held(value))));
        }
        String text = Quantities.show(dimension, held(value));
        return new Scalar(asked.place(), text.contains(".") ? ScalarKind.DECIMAL : ScalarKind.INTEGER, text);
    }

    private Number held(BigDecimal value) {
        return dimension.isWhole() ? (Number) value.longValueExact() : (Number) value.doubleValue();
    }
}
