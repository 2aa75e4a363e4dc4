package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Precision;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PrecisionSpec;
import dev.trapline.spec.RunSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Whether the figures of a cell are known as well as was asked. */
final class Exactness {
    private Exactness() {}

    /** How many replications a point should have that has so many: a quarter more, until they are enough. */
    static int next(int made, PrecisionSpec asked) {
        return Math.min(asked.most(), made + Math.max(1, made / 4));
    }

    static boolean wantsMore(Cell cell, RunSettings settings) {
        PrecisionSpec asked = settings.precision().orElseThrow();
        return cell.replications() < asked.most() && worst(cell, asked, settings.confidence()).isPresent();
    }

    /** {@code reached with 12 replications}, or what was not. */
    static String words(Cell cell, RunSettings settings) {
        Optional<String> worst = worst(cell, settings.precision().orElseThrow(), settings.confidence());
        String made = cell.replications() + " replications";
        return worst.map(figure -> "not reached with " + made + ": " + figure).orElse("reached with " + made);
    }

    /** The first figure that is not known well enough, with how well it is; a saturated group has none to be known. */
    private static Optional<String> worst(Cell cell, PrecisionSpec asked, double confidence) {
        Precision precision = new Precision(asked.relative(), asked.least(), asked.most());
        for (GuestSpec guest : cell.point().guests()) {
            for (String metric : asked.metrics()) {
                Optional<Estimate> estimate =
                        cell.metric(guest.name(), metric).map(entry -> entry.getValue().estimate(confidence));
                if (estimate.isPresent() && !precision.reached(estimate.get())) {
                    return Optional.of(guest.name() + "." + metric + " is known within " + percent(estimate.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static String percent(Estimate estimate) {
        double half = Math.max(estimate.high() - estimate.mean(), estimate.mean() - estimate.low());
        return estimate.mean() == 0
                ? "no part of it"
                : new BigDecimal(100 * half / Math.abs(estimate.mean())).setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
