package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Replications;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Sensitivity;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs one platform at one point with its uncertain costs at given places of their ranges, and reads one figure. */
final class CostProbe {
    /** Before a figure: its ratio to native's, under the same costs. */
    static final String RELATIVE = "relative.";

    private final PointSpec point;
    private final RunSettings settings;
    private final String label;
    private final String variant;
    private final String guest;
    private final String metric;
    private final Vocabulary vocabulary;
    private final Workforce workforce;
    private final Tally tally;
    private final Replications nominal;
    private final MetricKey key;
    private final double resolution;
    private int runs;

    /** A place in the ranges, and which replication is run there. */
    private record Task(Map<String, Double> levels, int replication) {}

    /** What came of a run; equal fingerprints mean that every event was the same. */
    private record Sample(double value, double resolution, long fingerprint, MetricKey key) {}

    CostProbe(
            Experiment experiment,
            PointSpec whole,
            PlatformSpec platform,
            String guest,
            String metric,
            Vocabulary vocabulary,
            Workforce workforce,
            Tally tally) {
        this.label = platform.label();
        this.variant = platform.variant();
        this.guest = guest;
        this.metric = metric;
        this.vocabulary = vocabulary;
        this.workforce = workforce;
        this.tally = tally;
        this.point = UncertainCosts.only(whole, wanted(whole, platform));
        this.settings = warmedUp(experiment.settings(), platform);
        this.nominal = Replications.of(metric);
        List<Sample> samples = run(replications(Collections.emptyMap()));
        samples.forEach(sample -> nominal.add(sample.value()));
        this.key = samples.get(0).key();
        this.resolution = samples.stream().mapToDouble(Sample::resolution).max().orElse(0);
    }

    private List<PlatformSpec> wanted(PointSpec whole, PlatformSpec platform) {
        List<PlatformSpec> wanted = new ArrayList<>(List.of(platform));
        if (metric.startsWith(RELATIVE)) {
            wanted.add(whole.platforms().stream()
                    .filter(PlatformSpec::isNative)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + metric + "' needs the platform native beside " + label)));
        }
        return wanted;
    }

    /** Where the warm-up is left to pilot runs, those with every cost at its value say it. */
    private RunSettings warmedUp(RunSettings asked, PlatformSpec platform) {
        if (!asked.warmUpByItself() || Replication.hasFixedJobs(point)) {
            return asked;
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < asked.replications(); i++) {
            numbers.add(i);
        }
        List<Pilot.Series> pilots = new ArrayList<>();
        tally.more(numbers.size());
        workforce.run(
                numbers,
                number -> Pilot.run(point, platform, asked, number, vocabulary),
                (number, seen) -> {
                    tally.count(seen.events());
                    pilots.add(seen);
                },
                number -> label);
        runs += numbers.size();
        WarmUps warmUps = new WarmUps(asked);
        warmUps.add(point, platform.fullName(), pilots);
        return warmUps.at(point);
    }

    /** Whatever has a range and is of the platform, the machine, or a guest, in their order. */
    List<String> costs() {
        Set<String> costs = new LinkedHashSet<>();
        UncertainCosts.at(point, identity -> {
            costs.add(identity);
            return UncertainCosts.NOMINAL;
        });
        return List.copyOf(costs);
    }

    /**
     * Goes along trajectories, the first of which has a number, and adds the change for the whole range that each step stands
     * for.
     *
     * @return the costs whose step made something happen at another time, in the order of the costs
     */
    List<String> walk(List<MorrisDesign.Trajectory> trajectories, int number, Map<String, Replications> changes) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < trajectories.size(); i++) {
            for (int step = 0; step <= trajectories.get(i).moves().size(); step++) {
                tasks.add(new Task(trajectories.get(i).after(step), number + i));
            }
        }
        List<Sample> samples = run(tasks);
        Set<String> active = new LinkedHashSet<>();
        int at = 0;
        for (MorrisDesign.Trajectory trajectory : trajectories) {
            for (Map.Entry<String, Double> move : trajectory.moves().entrySet()) {
                Sample before = samples.get(at);
                Sample after = samples.get(++at);
                double moved = move.getValue() - trajectory.start().get(move.getKey());
                changes.computeIfAbsent(move.getKey(), Replications::of).add((after.value() - before.value()) / moved);
                if (before.fingerprint() != after.fingerprint() || before.value() != after.value()) {
                    active.add(move.getKey());
                }
            }
            at++;
        }
        return costs().stream().filter(active::contains).toList();
    }

    /** For each cost the paired changes at the low and at the high end of its range. */
    Map<String, List<Sensitivity.Swing>> swing(List<String> costs) {
        List<Task> tasks = new ArrayList<>();
        for (String cost : costs) {
            tasks.addAll(replications(Collections.singletonMap(cost, 0.0)));
            tasks.addAll(replications(Collections.singletonMap(cost, 1.0)));
        }
        List<Sample> samples = run(tasks);
        Map<String, List<Sensitivity.Swing>> swings = new LinkedHashMap<>();
        for (int i = 0; i < costs.size(); i++) {
            int from = 2 * i * settings.replications();
            swings.put(costs.get(i), List.of(swing(samples, from), swing(samples, from + settings.replications())));
        }
        return swings;
    }

    private Sensitivity.Swing swing(List<Sample> samples, int from) {
        Replications end = Replications.of(metric);
        samples.subList(from, from + settings.replications()).forEach(sample -> end.add(sample.value()));
        Estimate change = Replications.paired(end, nominal, settings.confidence());
        return new Sensitivity.Swing(change.mean(), change.low() - resolution, change.high() + resolution);
    }

    private List<Task> replications(Map<String, Double> levels) {
        List<Task> tasks = new ArrayList<>();
        for (int replication = 0; replication < settings.replications(); replication++) {
            tasks.add(new Task(levels, replication));
        }
        return tasks;
    }

    private List<Sample> run(List<Task> tasks) {
        int each = point.platforms().size();
        tally.more(tasks.size() * each);
        runs += tasks.size() * each;
        List<Sample> samples = new ArrayList<>();
        workforce.run(tasks, this::sample, (task, sample) -> samples.add(sample), task -> label + " at " + point.at());
        return samples;
    }

    private Sample sample(Task task) {
        PointSpec changed =
                UncertainCosts.at(point, identity -> task.levels().getOrDefault(identity, UncertainCosts.NOMINAL));
        Sample own = sample(changed, changed.platforms().get(0), task.replication());
        if (changed.platforms().size() == 1) {
            return own;
        }
        Sample reference = sample(changed, changed.platforms().get(1), task.replication());
        MetricKey ratio = MetricKey.of(own.key().guest(), metric, "");
        return new Sample(
                own.value() / reference.value(),
                own.resolution() / reference.value(),
                own.fingerprint() * 31 + reference.fingerprint(),
                ratio);
    }

    private Sample sample(PointSpec changed, PlatformSpec platform, int replication) {
        Observation observation = Replication.run(changed, platform, settings, replication, vocabulary);
        tally.count(observation.events());
        String name = metric.startsWith(RELATIVE) ? metric.substring(RELATIVE.length()) : metric;
        MetricKey found = observation.metrics().keySet().stream()
                .filter(it -> it.request().isEmpty() && it.metric().equals(name))
                .filter(it -> it.guest().equals(guest) || it.guest().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        platform.fullName() + " has no figure '" + name + "', but " + figures(observation)));
        return new Sample(
                observation.metrics().get(found),
                observation.resolutions().getOrDefault(found, 0.0),
                observation.fingerprint(),
                found);
    }

    private String figures(Observation observation) {
        return observation.metrics().keySet().stream()
                .filter(it -> it.request().isEmpty() && (it.guest().equals(guest) || it.guest().isEmpty()))
                .map(MetricKey::metric)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    Estimate nominal() {
        return nominal.estimate(settings.confidence());
    }

    String unit() {
        return key.unit();
    }

    int runs() {
        return runs;
    }
}
