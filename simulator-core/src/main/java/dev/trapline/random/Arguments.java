package dev.trapline.random;

import java.util.Map;

/** The complete arguments of one distribution, by name. */
public final class Arguments {

    private final Map<String, double[]> values;

    Arguments(Map<String, double[]> values) {
        this.values = values;
    }

    /** The value of an argument that is one number. */
    public double number(String name) {
        return numbers(name)[0];
    }

    /** The values of an argument that is a list. */
    public double[] numbers(String name) {
        double[] found = values.get(name);
        if (found == null) {
            throw new IllegalStateException("No argument '" + name + "' was declared, only " + values.keySet() + ".");
        }
        return found;
    }
}
