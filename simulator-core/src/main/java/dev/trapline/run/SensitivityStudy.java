package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Replications;
import dev.trapline.platform.Limits;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.result.Sensitivity;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Screens the uncertain costs of each platform of a scenario by Morris' method, at the largest point that all of them support,
 * and runs the strongest at the ends of their ranges.
 *
 * <p>All runs of a trajectory meet the same arrivals and demands. A cost whose first step leaves every event as it was takes no
 * part in what happens, and is not moved in the trajectories that follow.
 */
public final class SensitivityStudy {
    /** So many of the strongest costs are run at the ends of their ranges. */
    private static final int SWUNG = 12;

    private final Vocabulary vocabulary;
    private final Workforce workforce;
    private final Progress progress;

    public SensitivityStudy(Vocabulary vocabulary, int threads, Progress progress) {
        this.vocabulary = vocabulary;
        this.workforce = new Workforce(threads);
        this.progress = progress;
    }

    /**
     * What is screened.
     *
     * @param guest the group whose figure it is; empty: the first
     * @param metric the figure, {@code relative.} before it for its ratio to native; empty: the one that verdicts compare
     */
    public record Asked(String guest, String metric, int trajectories) {}

    /**
     * Makes all runs.
     *
     * @param version of the program, to stand in the results
     * @throws IllegalArgumentException with a sentence if there is no such guest group or figure
     */
    public Sensitivity run(Experiment experiment, Asked asked, String version) {
        PointSpec point = point(experiment);
        GuestSpec guest = guest(point, asked.guest());
        String metric = asked.metric().isEmpty() ? Verdicts.metric(guest) : asked.metric();
        List<PlatformSpec> platforms = supported(experiment, point).stream()
                .filter(platform -> !metric.startsWith(CostProbe.RELATIVE) || !platform.isNative())
                .toList();
        if (platforms.isEmpty()) {
            throw new IllegalArgumentException("no platform supports what is asked at any point");
        }
        Tally tally = new Tally(0, progress);
        Map<String, Results.Assumption> facts = new Provenance(experiment).uncertain();
        List<Sensitivity.Screening> screenings = new ArrayList<>();
        String unit = "";
        for (PlatformSpec platform : platforms) {
            CostProbe probe = new CostProbe(experiment, point, platform, guest.name(), metric, vocabulary, workforce, tally);
            unit = probe.unit();
            screenings.add(screening(probe, platform, experiment, asked.trajectories(), facts));
        }
        return new Sensitivity(
                experiment.name(),
                version,
                experiment.catalogueHash(),
                experiment.settings().seed(),
                experiment.settings().quick(),
                point.at().entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining(", ")),
                guest.name(),
                metric,
                unit,
                asked.trajectories(),
                experiment.settings().replications(),
                screenings.stream().mapToInt(Sensitivity.Screening::runs).sum(),
                screenings);
    }

    private PointSpec point(Experiment experiment) {
        List<PointSpec> growing = new Grid(experiment).settings().values().iterator().next();
        PointSpec largest = growing.get(0);
        int most = 0;
        for (PointSpec point : growing) {
            int runs = supported(experiment, point).size();
            if (runs >= most) {
                largest = point;
                most = runs;
            }
        }
        return largest;
    }

    private List<PlatformSpec> supported(Experiment experiment, PointSpec point) {
        return point.platforms().stream()
                .filter(platform -> Limits.check(point, platform, vocabulary).stream()
                        .allMatch(refusal -> refusal.violation().weight().runs(experiment.ignoreLimits())))
                .toList();
    }

    private static GuestSpec guest(PointSpec point, String name) {
        return point.guests().stream()
                .filter(guest -> name.isEmpty() || guest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no guest group '" + name + "', but "
                        + point.guests().stream().map(GuestSpec::name).collect(Collectors.joining(", "))));
    }

    private static Sensitivity.Screening screening(
            CostProbe probe,
            PlatformSpec platform,
            Experiment experiment,
            int trajectories,
            Map<String, Results.Assumption> facts) {
        MorrisDesign design = new MorrisDesign(experiment.settings().seed());
        List<String> costs = probe.costs();
        Map<String, Replications> changes = new LinkedHashMap<>();
        MorrisDesign.Trajectory first = design.trajectory(0, costs, costs);
        List<String> active = probe.walk(List.of(first), 0, changes);
        List<MorrisDesign.Trajectory> others = new ArrayList<>();
        for (int number = 1; number < trajectories; number++) {
            others.add(design.trajectory(number, costs, active));
        }
        probe.walk(others, 1, changes);
        List<CostEffect> effects = active.stream()
                .map(cost -> CostEffect.of(cost, changes.get(cost)))
                .sorted(CostEffect.STRONGEST_FIRST)
                .toList();
        List<String> swung = effects.stream().limit(SWUNG).filter(CostEffect::isFelt).map(CostEffect::cost).toList();
        Map<String, List<Sensitivity.Swing>> swings = probe.swing(swung);
        Estimate nominal = probe.nominal();
        return new Sensitivity.Screening(
                platform.label(),
                platform.variant(),
                platform.title(),
                nominal.mean(),
                nominal.low(),
                nominal.high(),
                probe.runs(),
                costs.size(),
                costs.size() - active.size(),
                CostEffect.told(effects, facts, swings));
    }
}
