package dev.trapline.random;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A kind of distribution that a scenario can name, as its class declares it.
 *
 * @param name the key in a scenario
 * @param sentence what it is and when to take it
 * @param arguments what it must be told, in the order of its documentation
 * @param creator makes one from all its arguments by name
 */
public record Kind(String name, String sentence, List<Argument> arguments, Creator creator) {

    /** Makes a distribution from arguments that are complete and within their bounds, each alone. */
    @FunctionalInterface
    public interface Creator {
        Distribution create(Arguments given);
    }

    public Kind {
        arguments = List.copyOf(arguments);
    }

    /** One distribution of this kind; an IllegalArgumentException says what is missing, unknown or out of bounds. */
    public Distribution create(Map<String, double[]> parameters) {
        refuseUnknown(parameters);
        Map<String, double[]> complete = new TreeMap<>();
        for (Argument argument : arguments) {
            complete.put(argument.name(), valuesOf(argument, parameters));
        }
        return creator.create(new Arguments(complete));
    }

    private void refuseUnknown(Map<String, double[]> parameters) {
        for (String given : new TreeMap<>(parameters).keySet()) {
            if (arguments.stream().noneMatch(argument -> argument.name().equals(given))) {
                throw new IllegalArgumentException(
                        name + " has no parameter '" + given + "'; it takes " + names() + ".");
            }
        }
    }

    private double[] valuesOf(Argument argument, Map<String, double[]> parameters) {
        double[] values = parameters.get(argument.name());
        if (values == null && argument.required()) {
            throw new IllegalArgumentException(name + " needs " + argument.name() + "; it takes " + names() + ".");
        }
        if (values == null) {
            return new double[] {argument.defaultValue()};
        }
        if (!argument.list() && values.length != 1) {
            throw new IllegalArgumentException(
                    argument.name() + " of " + name + " is one number, got " + values.length + ".");
        }
        return argument.checked(values.clone());
    }

    private String names() {
        return String.join(", ", arguments.stream().map(Argument::name).toList());
    }
}
