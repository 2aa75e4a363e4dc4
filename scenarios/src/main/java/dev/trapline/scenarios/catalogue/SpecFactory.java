package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Measured;
import dev.trapline.declare.Values;
import dev.trapline.spec.Charge;
import dev.trapline.spec.Cost;
import dev.trapline.spec.CostBook;
import dev.trapline.spec.CpuSpec;
import dev.trapline.spec.DeviceSpec;
import dev.trapline.spec.Estimate;
import dev.trapline.spec.ExecutorSpec;
import dev.trapline.spec.HostCacheSpec;
import dev.trapline.spec.ImageLayout;
import dev.trapline.spec.LimitSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.MixSpec;
import dev.trapline.spec.Mode;
import dev.trapline.spec.OperatingSystemSpec;
import dev.trapline.spec.PlatformSpec.DriverDomainSpec;
import dev.trapline.spec.PlatformSpec.IdleSpec;
import dev.trapline.spec.PlatformSpec.SpinWaitSpec;
import dev.trapline.spec.PlatformSpec.TickSpec;
import dev.trapline.spec.PlatformSpec.WorldSwitchSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.TimeRange;
import dev.trapline.spec.WorkloadSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes the core's records from checked values. */
final class SpecFactory {
    private SpecFactory() {}

    /** The record of any kind but a platform. */
    static Object of(CatalogueKind kind, String label, Values values) {
        return switch (kind) {
            case CPUS -> CpuSpec.of(values);
            case MACHINES -> machine(label, values);
            case OPERATING_SYSTEMS -> OperatingSystemSpec.of(values);
            case DEVICES -> device(label, values);
            case WORKLOADS -> workload(label, values);
            case PLATFORMS -> List.of(platform(label, "", "", values));
        };
    }

    private static MachineSpec machine(String label, Values values) {
        return new MachineSpec(
                label,
                values.text("title"),
                entry(values, "cpu").spec(CpuSpec.class),
                values.count("sockets"),
                values.count("cores-per-socket"),
                values.count("threads-per-core"),
                values.whole("clock"),
                values.whole("memory"),
                values.flag("64-bit"),
                values.flag("hardware-virtualization"),
                devices(values, "disks"),
                devices(values, "nics"));
    }

    /** What it consists of is held as the core's record. */
    private static DeviceSpec device(String label, Values values) {
        Values resolved = values;
        for (String name : values.names()) {
            if (values.get(name) instanceof Entry entry) {
                resolved = resolved.with(name, entry.spec(DeviceSpec.class));
            }
        }
        return new DeviceSpec(label, values.text("title"), resolved);
    }

    private static List<DeviceSpec> devices(Values values, String name) {
        return values.list(name, Entry.class).stream().map(entry -> entry.spec(DeviceSpec.class)).toList();
    }

    private static WorkloadSpec workload(String label, Values values) {
        String owner = values.text("workload");
        Values written = values.values("mixes");
        Map<String, MixSpec> mixes = new LinkedHashMap<>();
        for (String name : written.names()) {
            mixes.put(name, new MixSpec(name, rates(owner + "/" + name, written.values(name))));
        }
        return new WorkloadSpec(label, values.text("title"), values, mixes);
    }

    private static CostBook rates(String owner, Values mix) {
        Map<String, Cost> rates = new LinkedHashMap<>();
        for (String operation : mix.names()) {
            rates.put(operation, rate(owner, operation, mix.values(operation)));
        }
        return new CostBook(rates);
    }

    /** A rate is a cost whose numbers have no unit. */
    static Cost rate(String owner, String operation, Values values) {
        Values measured = values.with("value", new Measured(Dimension.NUMBER, values.number("value")));
        if (values.has("range")) {
            measured = measured.with("range", values.list("range", Double.class).stream()
                    .map(number -> new Measured(Dimension.NUMBER, number))
                    .toList());
        }
        return Cost.of(owner, operation, measured);
    }

    static PlatformSpec platform(String label, String variant, String aliasOf, Values values) {
        Values idle = values.values("idle");
        Values ticks = values.values("ticks");
        return new PlatformSpec(
                label,
                variant,
                aliasOf,
                values.text("title"),
                values.text("kind"),
                values.count("year"),
                values.list("modes", Values.class).stream()
                        .map(mode -> Mode.of(values.text("platform"), mode))
                        .toList(),
                values.values("scheduler"),
                named(values.values("scheduler-ranges"), (name, ranges) -> TimeRange.of(ranges.values(name))),
                values.optional("driver-domain").map(SpecFactory::driverDomain),
                values.has("host-os") ? Optional.of(entry(values, "host-os").spec(OperatingSystemSpec.class)) : Optional.empty(),
                new IdleSpec(idle.flag("spins"), idle.flag("counts-as-idle"), idle.whole("poll"), idle.whole("poll-from")),
                new TickSpec(ticks.text("missed"), ticks.whole("host-rate")),
                values.optional("spin-wait").map(spin -> new SpinWaitSpec(
                        spin.whole("window"), spin.text("event"), spin.text("enlightenment"))),
                values.text("pages").equals("large"),
                values.flag("dedicated-threads"),
                values.values("memory"),
                values.optional("world-switch").map(costs -> new WorldSwitchSpec(costs.text("to-host"), costs.text("to-guest"))),
                named(values.values("executors"), (name, executors) -> ExecutorSpec.of(name, executors.values(name))),
                named(values.values("events"), (name, events) -> charges(events, name)),
                named(values.values("images"), (name, images) -> parts(images.values(name))),
                named(values.values("image-layouts"), (name, layouts) -> ImageLayout.of(layouts.values(name))),
                values.optional("host-cache").map(HostCacheSpec::of),
                named(values.values("paths"), (name, paths) -> parts(paths.values(name))),
                named(values.values("delays"), (name, delays) ->
                        Estimate.of(values.text("platform") + "/delays", name, delays, 1)),
                values.list("limits", Values.class).stream().map(LimitSpec::of).toList(),
                CostBook.of(values.text("platform"), values.values("costs")));
    }

    private static DriverDomainSpec driverDomain(Values values) {
        boolean perCore = values.get("vcpus").equals("per-core");
        return new DriverDomainSpec(
                values.text("name"),
                perCore ? 0 : values.count("vcpus"),
                values.number("weight"),
                entry(values, "os").spec(OperatingSystemSpec.class),
                values.flag("pinned"),
                values.count("first-core"));
    }

    private static List<Charge> charges(Values events, String name) {
        return events.list(name, Values.class).stream().map(Charge::of).toList();
    }

    private static Map<String, List<Values>> parts(Values path) {
        return named(path, (name, parts) -> parts.list(name, Values.class));
    }

    private static <T> Map<String, T> named(Values values, BiFunction<String, Values, T> read) {
        Map<String, T> named = new LinkedHashMap<>();
        for (String name : values.names()) {
            named.put(name, read.apply(name, values));
        }
        return Collections.unmodifiableMap(named);
    }

    private static Entry entry(Values values, String name) {
        return (Entry) values.get(name);
    }
}
