package dev.trapline.declare;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A quantity that is drawn anew each time: the kind of distribution and its parameters, those with a unit in the unit of
 * {@code dimension}. A plain quantity is the kind {@code constant} with the parameter {@code value}.
 */
public record DrawnQuantity(Dimension dimension, String kind, Map<String, double[]> parameters) {
    public DrawnQuantity {
        parameters = new LinkedHashMap<>(parameters);
    }

    public static DrawnQuantity constant(Dimension dimension, double value) {
        return new DrawnQuantity(dimension, "constant", Collections.singletonMap("value", new double[] {value}));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DrawnQuantity that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind).append('(').append(dimension.unit());
        parameters.forEach((name, values) -> text.append(", ").append(name).append(' ').append(Arrays.toString(values)));
        return text.append(')').toString();
    }
}
