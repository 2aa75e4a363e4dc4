package dev.trapline.run;

import dev.trapline.measure.Replications;
import dev.trapline.result.Results;
import dev.trapline.result.Sensitivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the elementary effects of one cost come to: Morris' mu* with its standard error, mu and sigma. */
record CostEffect(String cost, double meanAbsolute, double standardError, double mean, double deviation) {
    static final Comparator<CostEffect> STRONGEST_FIRST =
            Comparator.comparingDouble(CostEffect::meanAbsolute).reversed();

    static CostEffect of(String cost, Replications changes) {
        int count = changes.count();
        Replications absolute = Replications.of(cost);
        for (int i = 0; i < count; i++) {
            absolute.add(StrictMath.abs(changes.value(i)));
        }
        return new CostEffect(
                cost, mean(absolute), deviation(absolute) / StrictMath.sqrt(count), mean(changes), deviation(changes));
    }

    boolean isFelt() {
        return meanAbsolute > 0;
    }

    /** The effects with what is known of their costs: assumed and derived ones first. */
    static List<Sensitivity.Effect> told(
            List<CostEffect> strongestFirst, Map<String, Results.Assumption> facts, Map<String, List<Sensitivity.Swing>> swings) {
        List<Sensitivity.Effect> effects = new ArrayList<>();
        for (CostEffect effect : strongestFirst) {
            Results.Assumption known = facts.get(effect.cost());
            effects.add(new Sensitivity.Effect(
                    effects.size() + 1,
                    new Sensitivity.Assumed(
                            known.owner(),
                            known.name(),
                            known.value(),
                            known.low(),
                            known.high(),
                            known.unit(),
                            known.basis(),
                            known.source()),
                    effect.meanAbsolute(),
                    effect.standardError(),
                    effect.mean(),
                    effect.deviation(),
                    swings.getOrDefault(effect.cost(), List.of())));
        }
        effects.sort(Comparator.comparing((Sensitivity.Effect it) -> !it.cost().isUnmeasured()));
        return effects;
    }

    private static double mean(Replications values) {
        double sum = 0;
        for (int i = 0; i < values.count(); i++) {
            sum += values.value(i);
        }
        return sum / values.count();
    }

    private static double deviation(Replications values) {
        if (values.count() < 2) {
            return 0;
        }
        double mean = mean(values);
        double squares = 0;
        for (int i = 0; i < values.count(); i++) {
            squares += (values.value(i) - mean) * (values.value(i) - mean);
        }
        return StrictMath.sqrt(squares / (values.count() - 1));
    }
}
