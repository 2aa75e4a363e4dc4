package dev.trapline.spec;

import java.util.List;

/**
 * How exactly figures are asked for, so that replications are added until they are.
 *
 * @param relative half of the interval over the mean, above 0
 * @param metrics the names of those that must reach it, of each guest group that has them
 * @param least replications in any case
 * @param most replications at the most
 */
public record PrecisionSpec(double relative, List<String> metrics, int least, int most) {
    public PrecisionSpec {
        metrics = List.copyOf(metrics);
        if (!(relative > 0) || metrics.isEmpty() || least < 2 || most < least) {
            throw new IllegalArgumentException("a precision needs a part above 0, a metric, and 2 <= min <= max, got " + relative
                    + ", " + metrics + ", " + least + " and " + most);
        }
    }
}
