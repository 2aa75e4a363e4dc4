package dev.trapline.scenarios;

import dev.trapline.declare.Values;
import dev.trapline.scenarios.catalogue.Entry;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.MemoryTerms;
import dev.trapline.spec.OperatingSystemSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import dev.trapline.spec.Share;
import dev.trapline.spec.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
                entry(scenario, "machine").spec(MachineSpec.class),
                List.copyOf(platforms),
                scenario.list("guests", Values.class).stream().map(PointFactory::guest).toList());
    }

    private static GuestSpec guest(Values guest) {
        return new GuestSpec(
                guest.text("name"),
                guest.count("count"),
                entry(guest, "os").spec(OperatingSystemSpec.class),
                guest.count("vcpus"),
                guest.whole("memory"),
                DeviceWishes.of(guest),
                entry(guest, "workload").spec(WorkloadSpec.class),
                guest.optional("cpu").map(PointFactory::share).orElse(Share.NEUTRAL),
                guest.list("cores", Long.class).stream().map(Math::toIntExact).toList(),
                MemoryTerms.of(guest));
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
        return new RunSettings(
                run.whole("seed"),
                run.whole("duration"),
                run.whole("warm-up"),
                run.count("replications"),
                run.number("confidence"),
                quick,
                run.count("draws"));
    }

    /** Three replications and a fifth of the time. */
    static Values quick(Values run) {
        return run.with("duration", Math.max(1, run.whole("duration") / 5))
                .with("warm-up", run.whole("warm-up") / 5)
                .with("replications", 3L);
    }
}
