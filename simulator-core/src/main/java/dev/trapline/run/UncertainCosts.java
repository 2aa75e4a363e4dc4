package dev.trapline.run;

import dev.trapline.declare.Values;
import dev.trapline.spec.Cost;
import dev.trapline.spec.CostBook;
import dev.trapline.spec.CpuSpec;
import dev.trapline.spec.Estimate;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.MixSpec;
import dev.trapline.spec.OperatingSystemSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.TimeRange;
import dev.trapline.spec.WorkloadSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Every number of a point that has a range: costs and rates, properties of processors and delays, times of schedulers. A number
 * has one identity for all who use it.
 */
final class UncertainCosts {
    /** Where in its range a number lies that has its value. */
    static final double NOMINAL = 0.5;

    private final ToDoubleFunction<String> quantile;

    private UncertainCosts(ToDoubleFunction<String> quantile) {
        this.quantile = quantile;
    }

    /**
     * The point with every number at a quantile of what it may be, by its identity: 0 the low end, 0.5 its value, 1 the high
     * end.
     */
    static PointSpec at(PointSpec point, ToDoubleFunction<String> quantile) {
        return new UncertainCosts(quantile).apply(point);
    }

    private PointSpec apply(PointSpec point) {
        UnaryOperator<Cost> drawn = cost -> cost.isUncertain() ? cost.at(quantile.applyAsDouble(cost.identity())) : cost;
        UnaryOperator<Estimate> estimated = estimate ->
                estimate.isUncertain() ? estimate.at(quantile.applyAsDouble(estimate.identity())) : estimate;
        UnaryOperator<PlatformSpec> changed =
                platform -> scheduler(platform(platform, drawn)).mapDelays(estimated);
        return new PointSpec(
                point.index(),
                point.at(),
                point.hosts().stream()
                        .map(host -> host.with(machine(host.machine(), drawn, estimated), host.platform().map(changed)))
                        .toList(),
                point.networkPicos(),
                point.platforms().stream().map(changed).toList(),
                point.guests().stream().map(guest -> guest(guest, drawn)).toList());
    }

    /** The point with these platforms alone. */
    static PointSpec only(PointSpec point, List<PlatformSpec> platforms) {
        return new PointSpec(point.index(), point.at(), point.hosts(), point.networkPicos(), platforms, point.guests());
    }

    private static MachineSpec machine(MachineSpec machine, UnaryOperator<Cost> drawn, UnaryOperator<Estimate> estimated) {
        CpuSpec cpu = machine.cpu();
        return machine.withCpu(cpu.withCosts(cpu.costs().map(drawn)).mapEstimates(estimated));
    }

    private static PlatformSpec platform(PlatformSpec platform, UnaryOperator<Cost> drawn) {
        return platform.mapCosts(drawn)
                .withOperatingSystems(os -> os.withCosts(os.costs().map(drawn)));
    }

    private PlatformSpec scheduler(PlatformSpec platform) {
        Values scheduler = platform.scheduler();
        for (Map.Entry<String, TimeRange> range : platform.schedulerRanges().entrySet()) {
            String key = range.getKey();
            double at = quantile.applyAsDouble(schedulerIdentity(platform, key));
            scheduler = scheduler.with(key, range.getValue().at(at, scheduler.whole(key)));
        }
        return platform.withScheduler(scheduler);
    }

    private static GuestSpec guest(GuestSpec guest, UnaryOperator<Cost> drawn) {
        OperatingSystemSpec os = guest.os().withCosts(guest.os().costs().map(drawn));
        Map<String, MixSpec> mixes = new LinkedHashMap<>();
        guest.workload().mixes().forEach((name, mix) -> mixes.put(name, new MixSpec(name, mix.rates().map(drawn))));
        WorkloadSpec workload =
                new WorkloadSpec(guest.workload().name(), guest.workload().title(), guest.workload().values(), mixes);
        return guest.with(os, workload);
    }

    static String schedulerIdentity(PlatformSpec platform, String key) {
        return platform.label() + "/scheduler/" + key;
    }

    /** All costs that a point's platforms, machine and guests hold. */
    static Map<String, Cost> costs(List<PointSpec> points) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (PointSpec point : points) {
            point.hosts().forEach(host -> add(costs, host.machine().cpu().costs()));
            for (PlatformSpec platform : point.allPlatforms()) {
                add(costs, platform.costs());
                platform.modes().forEach(mode -> add(costs, mode.costs()));
                platform.hostOs().ifPresent(os -> add(costs, os.costs()));
                platform.driverDomain().ifPresent(domain -> add(costs, domain.os().costs()));
            }
            for (GuestSpec guest : point.guests()) {
                add(costs, guest.os().costs());
                guest.workload().mixes().values().forEach(mix -> add(costs, mix.rates()));
            }
        }
        return costs;
    }

    private static void add(Map<String, Cost> costs, CostBook book) {
        book.all().forEach(cost -> costs.putIfAbsent(cost.identity(), cost));
    }
}
