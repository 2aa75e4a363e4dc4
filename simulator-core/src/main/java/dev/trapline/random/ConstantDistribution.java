package dev.trapline.random;

import java.util.List;

/** The same value always; takes no draw. */
public final class ConstantDistribution implements Distribution {

    private static final Argument VALUE = Argument.quantity("value", "The value.");

    static final Kind KIND = new Kind(
            "constant", "The same value always.", List.of(VALUE), given -> of(given.number("value")));

    private final double value;

    private ConstantDistribution(double value) {
        this.value = value;
    }

    public static ConstantDistribution of(double value) {
        return new ConstantDistribution(VALUE.checked(value));
    }

    @Override
    public double sample(KeyedSource source) {
        return value;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double coefficientOfVariation() {
        return 0;
    }
}
