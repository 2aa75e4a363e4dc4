package dev.trapline.scenarios.catalogue;

import static dev.trapline.declare.Shape.choice;
import static dev.trapline.declare.Shape.count;
import static dev.trapline.declare.Shape.either;
import static dev.trapline.declare.Shape.fields;
import static dev.trapline.declare.Shape.flag;
import static dev.trapline.declare.Shape.listOf;
import static dev.trapline.declare.Shape.mapOf;
import static dev.trapline.declare.Shape.optional;
import static dev.trapline.declare.Shape.reference;
import static dev.trapline.declare.Shape.required;
import static dev.trapline.declare.Shape.text;
import static dev.trapline.declare.Shape.time;

import dev.trapline.declare.Component;
import dev.trapline.declare.Components;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.memory.MemoryPolicies;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.check.Merge;
import dev.trapline.spec.Basis;
import dev.trapline.spec.Charge;
import dev.trapline.spec.Cost;
import dev.trapline.spec.CpuSpec;
import dev.trapline.spec.Estimate;
import dev.trapline.spec.ExecutorSpec;
import dev.trapline.spec.HostCacheSpec;
import dev.trapline.spec.ImageLayout;
import dev.trapline.spec.LimitSpec;
import dev.trapline.spec.Mode;
import dev.trapline.spec.OperatingSystemSpec;
import dev.trapline.spec.TimeRange;
import dev.trapline.virtualization.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may stand in a catalogue file of each kind: the one declaration that checker, schema and lists derive from. */
public final class CatalogueShapes implements Merge.Kinds {
    private final Vocabulary vocabulary;
    private final Map<CatalogueKind, Shape> shapes = new EnumMap<>(CatalogueKind.class);

    public CatalogueShapes(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        shapes.put(CatalogueKind.CPUS, CpuSpec.SHAPE);
        shapes.put(CatalogueKind.MACHINES, machine());
        shapes.put(CatalogueKind.OPERATING_SYSTEMS, OperatingSystemSpec.SHAPE);
        shapes.put(CatalogueKind.DEVICES, named("device", vocabulary.devices(), List.of()));
        shapes.put(CatalogueKind.WORKLOADS, named("workload", vocabulary.workloads(), List.of(mixes())));
        shapes.put(CatalogueKind.PLATFORMS, platform());
    }

    public Shape of(CatalogueKind kind) {
        return shapes.get(kind);
    }

    @Override
    public Shape shape(String kind) {
        return of(CatalogueKind.of(kind));
    }

    @Override
    public String key(String kind) {
        return CatalogueKind.of(kind).key();
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    private static Shape machine() {
        return fields(
                "machine",
                "A physical host.",
                required("machine", text(), "Its name."),
                required("title", text(), "Its name in reports."),
                required("cpu", reference("cpus"), "The generation of its processors."),
                required("sockets", count(1, 64), "Its processors."),
                required("cores-per-socket", count(1, 1024), "Cores of each processor."),
                optional("threads-per-core", count(1, 8), 1L, "Hardware threads of each core."),
                required("clock", Shape.of(Dimension.FREQUENCY, 1e6, 1e11), "The clock of its cores."),
                required("memory", Shape.bytes(), "Its memory."),
                optional("64-bit", flag(), true, "Whether it runs 64-bit code."),
                optional("hardware-virtualization", flag(), true, "Whether it has VT-x or AMD-V."),
                optional("disks", listOf(reference("devices")), List.of(), "Its disks; guests take them in turn."),
                optional("nics", listOf(reference("devices")), List.of(), "Its network interfaces; guests take them in turn."));
    }

    /** The shape of a component, with the keys by which the catalogue names it. */
    private static Shape named(String key, Components<?> components, List<Shape.Key> more) {
        List<Component<?>> named = new ArrayList<>();
        for (Component<?> component : components.all()) {
            named.add(named(key, component, more));
        }
        return new Shape.Selected(components.selector(), named);
    }

    private static <T> Component<T> named(String key, Component<T> component, List<Shape.Key> more) {
        List<Shape.Key> keys = new ArrayList<>();
        keys.add(required(key, text(), "Its name."));
        keys.add(required("title", text(), "Its name in reports."));
        keys.addAll(component.keys());
        keys.addAll(more);
        return new Component<>(component.name(), component.sentence(), component.source(), keys, component.creator());
    }

    private static Shape.Key mixes() {
        Shape amount = Shape.of(Dimension.NUMBER, 0, 1e6);
        Shape rate = fields(
                "rate",
                "How often an operation is done, per million native cycles.",
                required("value", amount, "Operations per million native cycles."),
                optional("range", listOf(amount), null, "The least and the most it may be."),
                required("basis", choice(bases()), "How the value is known."),
                required("source", text(), "Identifier of an entry of sources.yaml."),
                optional("fitted-to", text(), null, "The published table to which the value was fitted."),
                optional("note", text(), null, "How the value was derived, or what it leaves out."));
        Shape.Key[] operations = Operation.words().stream()
                .map(operation -> optional(operation, rate, null, "How often: " + operation.replace('-', ' ') + "."))
                .toArray(Shape.Key[]::new);
        Shape mix = fields("mix", "What CPU demand does that virtualization prices differently.", operations);
        return optional("mixes", mapOf(mix), Values.empty(), "Operation mixes by name.");
    }

    private static String[] bases() {
        return Arrays.stream(Basis.values()).map(Basis::word).toArray(String[]::new);
    }

    private Shape platform() {
        Shape mode = Mode.shape(names(vocabulary.cpuTechniques()), names(vocabulary.memoryTechniques()));
        return fields(
                "platform",
                "A hypervisor, a hosted product, or native.",
                required("platform", text(), "Its name."),
                required("title", text(), "Its name in reports."),
                required("kind", choice("native", "bare-metal", "hosted"), "What stands below the guests."),
                required("year", count(1960, 2100), "When it appeared."),
                required("modes", listOf(mode), "How guests are run; the first that matches wins."),
                required("scheduler", vocabulary.schedulers().shape(), "Who decides which context runs where."),
                optional(
                        "scheduler-ranges",
                        mapOf(TimeRange.SHAPE),
                        Values.empty(),
                        "What those of the scheduler's times may be that are not published; `--draws` varies them."),
                optional("driver-domain", DRIVER_DOMAIN, null, "The partition that holds the drivers."),
                optional("host-os", reference("operating-systems"), null, "What a hosted platform runs on."),
                optional("idle", IDLE, defaults(IDLE), "What an idle guest does."),
                optional("ticks", TICKS, defaults(TICKS), "What becomes of timer ticks."),
                optional("spin-wait", SPIN_WAIT, null, "What ends a vCPU's long spin on a lock."),
                optional("pages", choice("small", "large"), "small", "What backs guests under nested paging: 4 KiB or 2 MiB."),
                optional("dedicated-threads", flag(), false, "Whether each vCPU is bound to a hardware thread of its own."),
                optional(
                        "memory",
                        vocabulary.memoryPolicies().shape(),
                        MemoryPolicies.FIXED_MEMORY,
                        "Who gets the machine's memory, and what becomes of guests' pages when it is short."),
                optional("world-switch", WORLD_SWITCH, null, "The costs of a switch between monitor and host."),
                optional("executors", mapOf(ExecutorSpec.SHAPE), Values.empty(), "Who runs stages, by name."),
                optional("events", mapOf(listOf(Charge.SHAPE)), Values.empty(), "What is charged when something happens, by event."),
                optional(
                        "images",
                        mapOf(mapOf(listOf(vocabulary.stages().keyedShape()))),
                        Values.empty(),
                        "What each image format adds to a disk's path, by part; the first is what a guest has that asks for none."),
                optional(
                        "image-layouts",
                        mapOf(ImageLayout.SHAPE),
                        Values.empty(),
                        "How files of growing formats grow, by format; else as VHD: 2 MiB, kept by sector."),
                optional(
                        "host-cache",
                        HostCacheSpec.shape(vocabulary.stages().keyedShape()),
                        null,
                        "The cache in the host's memory of the files that guests' disks are."),
                required("paths", mapOf(mapOf(listOf(vocabulary.stages().keyedShape()))), "Device paths by name, then by part."),
                optional("delays", mapOf(DELAY), Values.empty(), "Times on paths that hold no core, by name."),
                optional("limits", listOf(LimitSpec.SHAPE), List.of(), "Documented limits and support rules."),
                required("costs", mapOf(Cost.SHAPE), "What its mechanisms cost."));
    }

    private static Shape names(Components<?> components) {
        return new Shape.Choice(components.all().stream().map(Component::name).toList());
    }

    private static final Shape DELAY = Estimate.told(
            "path-delay", "A time on a path that holds no core, with where it comes from.", time(1, 1e13));

    private static final Shape DRIVER_DOMAIN = fields(
            "driver-domain",
            "The partition that holds the drivers: Domain 0, a parent partition.",
            required("name", text(), "Its name."),
            required("vcpus", either(count(1, 1024), choice("per-core")), "Its vCPUs."),
            optional("weight", Shape.of(Dimension.NUMBER, 0.001, 1000), 1.0, "Its weight; 1 is a guest's without any of its own."),
            required("os", reference("operating-systems"), "Its operating system."),
            optional("pinned", flag(), false, "Whether each vCPU has a core of its own."),
            optional("first-core", count(0, 4096), 0L, "The core of its first vCPU."));

    private static final Shape.Fields IDLE = fields(
            "idle",
            "What an idle guest does.",
            optional("spins", flag(), false, "Whether it spins in the monitor instead of blocking."),
            optional("counts-as-idle", flag(), true, "Whether that spinning counts as idle in comparisons."),
            optional("poll", time(0, 1e12), 0L, "How long a vCPU polls for work before it gives up its core."),
            optional(
                    "poll-from",
                    time(0, 1e12),
                    0L,
                    "It finds by itself how long, up to `poll`: from this on doubled while idle times are shorter than `poll`, nothing"
                            + " after a longer one; 0: always `poll`."));

    private static final Shape SPIN_WAIT = fields(
            "spin-wait",
            "A vCPU that spins on a lock for too long is made to let its core go.",
            required("window", Shape.of(Dimension.CYCLES, 1, 1e12), "How long it may spin."),
            required("event", text(), "The event that says what ending the spin costs."),
            optional("enlightenment", text(), "", "What a guest must know of the platform for this; empty: nothing."));

    private static final Shape.Fields TICKS = fields(
            "ticks",
            "What becomes of timer ticks.",
            optional("missed", choice("merge", "backlog", "drop"), "merge", "What becomes of missed ones."),
            optional(
                    "host-rate", Shape.of(Dimension.FREQUENCY, 0, 100_000), 0L,
                    "The machine's own tick on each core; 0: that of its operating system."));

    private static final Shape WORLD_SWITCH = fields(
            "world-switch",
            "The costs of a switch between monitor and host.",
            required("to-host", text(), "The name of the cost of a switch to the host."),
            required("to-guest", text(), "The name of the cost of the switch back."));

    /** What a mapping is held as where it is absent and all its keys have defaults. */
    public static Values defaults(Shape.Fields shape) {
        Map<String, Object> held = new LinkedHashMap<>();
        for (Shape.Key key : shape.keys()) {
            if (key.fallback() != null) {
                held.put(key.name(), key.fallback());
            }
        }
        return Values.of(held);
    }
}
