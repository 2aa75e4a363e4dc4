package dev.trapline.scenarios;

import dev.trapline.declare.Values;
import dev.trapline.scenarios.catalogue.Entry;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.HostSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.MemoryTerms;
import dev.trapline.spec.OperatingSystemSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.PrecisionSpec;
import dev.trapline.spec.RunSettings;
import dev.trapline.spec.Share;
import dev.trapline.spec.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the core's records from the checked values of a scenario. */
final class PointFactory {
    private PointFactory() {}

    static PointSpec point(int index, Map<String, String> at, Values scenario) {
        List<PlatformSpec> platforms = new ArrayList<>();
        for (Entry platform : scenario.list("platforms", Entry.class)) {
            for (Object variant : platform.spec(List.class)) {
                platforms.add((PlatformSpec) variant);
            }
        }
        return new PointSpec(
                index,
                at,
                hosts(scenario),
                scenario.optional("network").map(network -> network.whole("delay")).orElse(0L),
                List.copyOf(platforms),
                scenario.list("guests", Values.class).stream()
                        .map(guest -> guest(guest, Math.multiplyExact(guest.count("count"), scenario.count("tiles"))))
                        .toList());
    }

    private static List<HostSpec> hosts(Values scenario) {
        return scenario.has("hosts")
                ? scenario.list("hosts", Values.class).stream().map(PointFactory::host).toList()
                : List.of(HostSpec.only(entry(scenario, "machine").spec(MachineSpec.class)));
    }

    private static HostSpec host(Values host) {
        Optional<PlatformSpec> fixed = host.get("platform") instanceof Entry platform
                ? Optional.of((PlatformSpec) platform.spec(List.class).get(0))
                : Optional.empty();
        return new HostSpec(host.text("name"), entry(host, "machine").spec(MachineSpec.class), fixed);
    }

    private static GuestSpec guest(Values guest, int count) {
        return new GuestSpec(
                guest.text("name"),
                count,
                entry(guest, "os").spec(OperatingSystemSpec.class),
                guest.count("vcpus"),
                guest.whole("memory"),
                DeviceWishes.of(guest),
                entry(guest, "workload").spec(WorkloadSpec.class),
                guest.optional("cpu").map(PointFactory::share).orElse(Share.NEUTRAL),
                guest.list("cores", Long.class).stream().map(Math::toIntExact).toList(),
                MemoryTerms.of(guest),
                Placements.hosts(guest));
    }

    private static Share share(Values cpu) {
        boolean capped = !cpu.get("cap").equals("none");
        double cap = capped ? cpu.number("cap") : Double.POSITIVE_INFINITY;
        return new Share(cpu.number("weight"), cpu.number("reserve"), cap);
    }

    private static Entry entry(Values values, String name) {
        return (Entry) values.get(name);
    }

    static RunSettings settings(Values run, boolean quick) {
        Optional<PrecisionSpec> precision = run.optional("precision").map(PointFactory::precision);
        return new RunSettings(
                run.whole("seed"),
                run.whole("duration"),
                isByItself(run) ? 0 : run.whole("warm-up"),
                precision.map(PrecisionSpec::least).orElse(run.count("replications")),
                run.number("confidence"),
                quick,
                run.count("draws"),
                isByItself(run),
                precision);
    }

    private static boolean isByItself(Values run) {
        return run.get("warm-up").equals("auto");
    }

    static PrecisionSpec precision(Values values) {
        return new PrecisionSpec(
                values.number("relative"), values.list("metrics", String.class), values.count("min"), values.count("max"));
    }

    /** A quick run; the search for a limit makes up to four times as many replications. */
    static Values quickScenario(Values scenario) {
        Values quick = scenario.with("run", quick(scenario.values("run")));
        return scenario.optional("objective")
                .map(wanted -> quick.with(
                        "objective", wanted.with("max-replications", Math.min(12, wanted.whole("max-replications")))))
                .orElse(quick);
    }

    /** Three replications and a fifth of the time. */
    private static Values quick(Values run) {
        return run.with("duration", Math.max(1, run.whole("duration") / 5))
                .with("warm-up", isByItself(run) ? "auto" : run.whole("warm-up") / 5)
                .with("replications", 3L)
                .without("precision");
    }
}
