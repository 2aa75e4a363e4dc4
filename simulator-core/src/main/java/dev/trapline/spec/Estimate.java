package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * A property of a processor, or a delay of a path, that is no cost, with where it comes from: a time in picoseconds, or a ratio in thousandths.
 *
 * @param owner the catalogue entry that holds it
 * @param name its key there
 * @param low the least it may be
 * @param high the most it may be
 * @param source an identifier of the list of sources, or empty where a file says the value alone
 */
public record Estimate(String owner, String name, long value, long low, long high, Basis basis, String source, String note) {
    public Estimate {
        if (low > value || value > high) {
            throw new IllegalArgumentException("'" + name + "' of " + owner + " must lie within its range: " + low + " <= " + value
                    + " <= " + high);
        }
    }

    /** The form: the value alone, or with its range, basis and source. */
    static Shape shape(String name, Shape amount) {
        return Shape.either(amount, told(name, "A property of a processor with where it comes from.", amount));
    }

    /** The form with range, basis and source. */
    public static Shape.Fields told(String name, String sentence, Shape amount) {
        return Shape.fields(
                name,
                sentence,
                Shape.required("value", amount, "The value."),
                Shape.optional("range", Shape.listOf(amount), null, "The least and the most it may be."),
                Shape.required("basis", Shape.choice(Basis.words()), "How the value is known."),
                Shape.required("source", Shape.text(), "Identifier of an entry of sources.yaml."),
                Shape.optional("fitted-to", Shape.text(), null, "The published table that the value was fitted to."),
                Shape.optional("note", Shape.text(), "", "How the value was derived, or what it leaves out."));
    }

    /** @param unit how much one of what the file is read in is, in what is kept */
    public static Estimate of(String owner, String name, Values values, double unit) {
        if (!(values.get(name) instanceof Values told)) {
            long value = kept((Number) values.get(name), unit);
            return new Estimate(owner, name, value, value, value, Basis.ASSUMED, "", "");
        }
        long value = kept((Number) told.get("value"), unit);
        List<Number> range = told.list("range", Number.class);
        if (!range.isEmpty() && range.size() != 2) {
            throw new IllegalArgumentException("the range of '" + name + "' needs two values, got " + range.size());
        }
        return new Estimate(
                owner,
                name,
                value,
                range.isEmpty() ? value : kept(range.get(0), unit),
                range.isEmpty() ? value : kept(range.get(1), unit),
                Basis.of(told.text("basis")),
                told.text("source"),
                told.text("note"));
    }

    private static long kept(Number read, double unit) {
        return StrictMath.round(read.doubleValue() * unit);
    }

    public boolean isUncertain() {
        return low < high;
    }

    /** This at a quantile of what it may be: 0 the low end, 0.5 the value, 1 the high end. */
    public Estimate at(double quantile) {
        long drawn = Spread.at(quantile, low, value, high);
        return new Estimate(owner, name, drawn, Math.min(drawn, low), Math.max(drawn, high), basis, source, note);
    }

    /** The identity under which a draw varies it. */
    public String identity() {
        return owner + "/" + name;
    }
}
