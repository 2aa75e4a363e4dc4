package dev.trapline.random;

import java.util.List;
import java.util.Map;

/** The distributions that a scenario can name: one line each. */
public final class Distributions {

    private static final List<Kind> ALL = List.of(
            ConstantDistribution.KIND,
            ExponentialDistribution.KIND,
            UniformDistribution.KIND,
            TruncatedNormalDistribution.KIND,
            LognormalDistribution.KIND,
            GammaDistribution.KIND,
            WeibullDistribution.KIND,
            BoundedParetoDistribution.KIND,
            ErlangDistribution.KIND,
            HyperexponentialDistribution.KIND,
            EmpiricalDistribution.KIND);

    private Distributions() {}

    /** All kinds, in the order of the reference page. */
    public static List<Kind> all() {
        return ALL;
    }

    /** A distribution by the name of its kind; a parameter that is one number is an array of one. */
    public static Distribution of(String kind, Map<String, double[]> parameters) {
        return kind(kind).create(parameters);
    }

    private static Kind kind(String name) {
        for (Kind kind : ALL) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        String names = String.join(", ", ALL.stream().map(Kind::name).toList());
        throw new IllegalArgumentException("There is no distribution '" + name + "'; there are " + names + ".");
    }
}
