package dev.trapline.run;

import dev.trapline.measure.Mser;
import dev.trapline.measure.Truncation;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each point warms up: by MSER-5 on each figure of its pilot runs, averaged over replications; of all figures and all
 * platforms of the point the latest end wins, so that all are measured over the same time.
 */
final class WarmUps {
    /** Where no figure settles within the pilot, half of it is the warm-up. */
    private static final Truncation NOT_SETTLED = new Truncation(Pilot.LOOKS / 2, Pilot.LOOKS, false);

    private record Found(Truncation truncation, String figure) {}

    private final RunSettings settings;
    private final Map<Integer, Found> found = new LinkedHashMap<>();

    WarmUps(RunSettings settings) {
        this.settings = settings;
    }

    /** Takes in the pilots of one platform at a point. */
    void add(PointSpec point, String platform, List<Pilot.Series> pilots) {
        for (String figure : pilots.get(0).figures().keySet()) {
            Truncation truncation = Mser.of(average(figure, pilots));
            Found own = new Found(truncation.settled() ? truncation : NOT_SETTLED, figure + " of " + platform);
            found.merge(point.index(), own, WarmUps::later);
        }
    }

    private static Found later(Found first, Found second) {
        return second.truncation().observations() > first.truncation().observations() ? second : first;
    }

    private static double[] average(String figure, List<Pilot.Series> pilots) {
        double[] average = new double[Pilot.LOOKS];
        for (Pilot.Series pilot : pilots) {
            double[] series = pilot.figures().get(figure);
            for (int i = 0; i < average.length; i++) {
                average[i] += series[i] / pilots.size();
            }
        }
        return average;
    }

    /** How a point is run. */
    RunSettings at(PointSpec point) {
        Found latest = found.get(point.index());
        if (latest == null) {
            return settings;
        }
        int looks = latest.truncation().observations();
        return settings.withWarmUp(looks == 0 ? 0 : Pilot.end(looks - 1, settings.durationPicos()));
    }

    /** What is to be said of a point's warm-up; empty if the scenario gave it. */
    String words(PointSpec point) {
        Found latest = found.get(point.index());
        if (latest == null) {
            return "";
        }
        String seconds = seconds(at(point).warmUpPicos());
        return latest.truncation().settled()
                ? seconds + ", by " + latest.figure()
                : seconds + ", and " + latest.figure() + " has not settled within " + seconds(settings.durationPicos());
    }

    /** Whether all figures of a point settled within its pilots. */
    boolean settled(PointSpec point) {
        return !found.containsKey(point.index()) || found.get(point.index()).truncation().settled();
    }

    private static String seconds(long picos) {
        return new BigDecimal(picos).movePointLeft(12).setScale(3, RoundingMode.HALF_UP).toPlainString() + " s";
    }
}
