package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Measured;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * A number of the catalogue with where it comes from: a cost in thousandths of a cycle, or a rate of an operation mix in
 * thousandths of an operation per million native cycles.
 *
 * @param owner the catalogue entry that holds it
 * @param name its key there
 * @param milli the value, in thousandths of a cycle or of an operation
 * @param lowMilli the lower end of what it may be
 * @param highMilli the upper end of what it may be
 * @param source an identifier of the list of sources
 * @param fittedTo the published table it was fitted to, or empty
 * @param note how it was derived, or empty
 */
public record Cost(
        String owner,
        String name,
        long milli,
        long lowMilli,
        long highMilli,
        Basis basis,
        String source,
        String fittedTo,
        String note) {

    private static final Shape AMOUNT =
            new Shape.Quantity(List.of(Dimension.CYCLES, Dimension.TIME, Dimension.NUMBER), 0, 9e15);

    /** The form of a cost in a file. */
    public static final Shape SHAPE = Shape.fields(
            "cost",
            "A number of the catalogue with its range, basis and source.",
            Shape.required("value", AMOUNT, "The cost in cycles, or as a time on a processor whose clock `at` names."),
            Shape.optional("at", Shape.of(Dimension.FREQUENCY, 1e6, 1e11), null, "The clock that turns a time into cycles."),
            Shape.optional("range", Shape.listOf(AMOUNT), null, "The least and the most it may be, in the unit of `value`."),
            Shape.required("basis", Shape.choice(Basis.words()), "How the value is known."),
            Shape.required("source", Shape.text(), "Identifier of an entry of sources.yaml."),
            Shape.optional("fitted-to", Shape.text(), null, "The published table to which the value was fitted."),
            Shape.optional("note", Shape.text(), null, "How the value was derived, or what it leaves out."));

    public Cost {
        if (milli < 0 || lowMilli > milli || milli > highMilli) {
            throw new IllegalArgumentException(
                    "cost '" + name + "' of " + owner + " must lie within its range: " + lowMilli + " <= " + milli + " <= " + highMilli);
        }
    }

    /** Reads a cost; throws {@link IllegalArgumentException} with a sentence if its parts do not fit. */
    public static Cost of(String owner, String name, Values values) {
        long hertz = values.has("at") ? values.whole("at") : 0;
        long milli = milli(name, values.measured("value"), hertz);
        List<Measured> range = values.list("range", Measured.class);
        if (!range.isEmpty() && range.size() != 2) {
            throw new IllegalArgumentException("the range of '" + name + "' needs two values, got " + range.size());
        }
        return new Cost(
                owner,
                name,
                milli,
                range.isEmpty() ? milli : milli(name, range.get(0), hertz),
                range.isEmpty() ? milli : milli(name, range.get(1), hertz),
                Basis.of(values.text("basis")),
                values.text("source"),
                values.text("fitted-to", ""),
                values.text("note", ""));
    }

    private static long milli(String name, Measured measured, long hertz) {
        return switch (measured.dimension()) {
            case CYCLES -> (long) measured.value();
            case NUMBER -> StrictMath.round(measured.value() * 1000);
            default -> {
                if (hertz == 0) {
                    throw new IllegalArgumentException("'" + name + "' is a time and needs `at: CLOCK` to become cycles");
                }
                yield StrictMath.round(measured.value() * 1e-9 * hertz);
            }
        };
    }

    public boolean isUncertain() {
        return lowMilli < highMilli;
    }

    /** This cost at a quantile of what it may be: 0 the low end, 0.5 the value, 1 the high end. */
    public Cost at(double quantile) {
        return withMilli(Spread.at(quantile, lowMilli, milli, highMilli));
    }

    public Cost withMilli(long other) {
        return new Cost(owner, name, other, Math.min(other, lowMilli), Math.max(other, highMilli), basis, source, fittedTo, note);
    }

    /** The identity under which a draw of the uncertain costs varies it, the same for all who use this entry. */
    public String identity() {
        return owner + "/" + name;
    }
}
