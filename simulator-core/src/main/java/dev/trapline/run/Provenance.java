package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import dev.trapline.spec.Basis;
import dev.trapline.spec.Cost;
import dev.trapline.spec.Estimate;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an experiment's numbers rest on: those that nobody measured, with their ranges, and the sources of all. */
final class Provenance {
    private final Experiment experiment;
    private final List<Results.Assumption> rows = new ArrayList<>();
    private final Set<String> listed = new LinkedHashSet<>();

    Provenance(Experiment experiment) {
        this.experiment = experiment;
    }

    /** Costs and rates, properties of processors, and times of schedulers. */
    List<Results.Assumption> assumptions() {
        UncertainCosts.costs(experiment.points()).values().forEach(this::cost);
        for (PointSpec point : experiment.points()) {
            point.hosts().forEach(host -> processor(host.machine()));
            point.allPlatforms().forEach(platform -> {
                scheduler(platform);
                platform.delays().values().forEach(this::property);
            });
        }
        return List.copyOf(rows);
    }

    private void processor(MachineSpec machine) {
        boolean pairs = machine.threadsPerCore() > 1;
        machine.cpu().estimates().stream()
                .filter(estimate -> pairs || !estimate.name().equals("smt-factor"))
                .forEach(this::property);
    }

    List<Results.Source> sources() {
        return experiment.sources().values().stream()
                .map(source -> new Results.Source(source.id(), source.citation(), source.address(), source.read()))
                .toList();
    }

    /** Every number that has a range, however it is known, by the identity under which it is drawn. */
    Map<String, Results.Assumption> uncertain() {
        Map<String, Results.Assumption> uncertain = new LinkedHashMap<>();
        UncertainCosts.costs(experiment.points()).values().stream()
                .filter(Cost::isUncertain)
                .forEach(cost -> uncertain.put(cost.identity(), row(cost)));
        for (PointSpec point : experiment.points()) {
            point.hosts().forEach(host -> host.machine().cpu().estimates().forEach(it -> uncertain.put(it.identity(), row(it))));
            point.allPlatforms().forEach(platform -> {
                platform.schedulerRanges()
                        .forEach((key, range) ->
                                uncertain.put(UncertainCosts.schedulerIdentity(platform, key), row(platform, key, range)));
                platform.delays().values().forEach(it -> uncertain.put(it.identity(), row(it)));
            });
        }
        return uncertain;
    }

    private void cost(Cost cost) {
        if (cost.basis() == Basis.ASSUMED || cost.basis() == Basis.DERIVED) {
            rows.add(row(cost));
        }
    }

    private static Results.Assumption row(Cost cost) {
        return new Results.Assumption(
                cost.owner(),
                cost.name(),
                cost.milli() / 1000.0,
                cost.lowMilli() / 1000.0,
                cost.highMilli() / 1000.0,
                cost.owner().contains("/") ? "per million cycles" : "cycles",
                cost.basis().word(),
                cost.source(),
                cost.note());
    }

    private void property(Estimate estimate) {
        if (estimate.isUncertain() && listed.add(estimate.identity())) {
            rows.add(row(estimate));
        }
    }

    private static Results.Assumption row(Estimate estimate) {
        boolean ratio = estimate.name().equals("smt-factor");
        double unit = ratio ? 10 : Time.PICOS_PER_MICRO;
        return new Results.Assumption(
                estimate.owner(),
                estimate.name(),
                estimate.value() / unit,
                estimate.low() / unit,
                estimate.high() / unit,
                ratio ? "%" : "us",
                estimate.basis().word(),
                estimate.source(),
                estimate.note());
    }

    private void scheduler(PlatformSpec platform) {
        for (Map.Entry<String, TimeRange> entry : platform.schedulerRanges().entrySet()) {
            if (listed.add(UncertainCosts.schedulerIdentity(platform, entry.getKey()))) {
                rows.add(row(platform, entry.getKey(), entry.getValue()));
            }
        }
    }

    private static Results.Assumption row(PlatformSpec platform, String key, TimeRange range) {
        return new Results.Assumption(
                platform.label() + "/scheduler",
                key,
                millis(platform.scheduler().whole(key)),
                millis(range.lowPicos()),
                millis(range.highPicos()),
                "ms",
                Basis.ASSUMED.word(),
                range.source(),
                range.note());
    }

    private static double millis(long picos) {
        return (double) picos / Time.PICOS_PER_MILLI;
    }
}
