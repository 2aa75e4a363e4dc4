package dev.trapline.scenarios.model;

import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Host;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.spec.Charge;
import dev.trapline.spec.CostBook;
import dev.trapline.virtualization.CostLookup;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.ExecutorSpec;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.Mode;
import dev.trapline.spec.OperatingSystemSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import dev.trapline.work.Core;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A machine, a platform and a group of guests, to be altered and run: entries of the real catalogue, or of {@code
 * src/test/resources/model}.
 */
record Setup(MachineSpec machine, PlatformSpec platform, GuestSpec guests) {
    static final Vocabulary VOCABULARY = Vocabulary.standard();
    static final String GROUP = "load";

    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);
    private static final Path ONE_GUEST = Path.of("src/test/resources/model/one-guest.yaml");
    private static final long SEED = 20_080_501;
    private static final long LOOK_PICOS = 10 * Time.PICOS_PER_MILLI;
    private static final long REST_PICOS = 20 * Time.PICOS_PER_MICRO;
    private static final long FINISHED_BY_PICOS = 60 * Time.PICOS_PER_SECOND;
    private static final int RESTS_WITHIN_LOOKS = 1_000;

    /** The first variant of a platform with one guest of one vCPU. */
    static Setup of(String machine, String platform, String os, String workload) {
        return variants(machine, platform, os, workload).get(0);
    }

    /** Each variant of a platform with one guest of one vCPU. */
    static List<Setup> variants(String machine, String platform, String os, String workload) {
        Overrides overrides = Overrides.NONE
                .only(platform)
                .set("machine", machine)
                .set("guests.load.os", os)
                .set("guests.load.workload", workload);
        PointSpec point = experiment(overrides).points().get(0);
        return point.platforms().stream().map(each -> new Setup(point.machine(), each, point.guests().get(0))).toList();
    }

    private static Experiment experiment(Overrides overrides) {
        Outcome<ScenarioFile> read = READER.read(ONE_GUEST, overrides);
        if (read.failed()) {
            throw new IllegalArgumentException(read.problems().toString());
        }
        return read.value().experiment();
    }

    Setup with(PlatformSpec other) {
        return new Setup(machine, other, guests);
    }

    Setup with(MachineSpec other) {
        return new Setup(other, platform, guests);
    }

    Setup with(GuestSpec others) {
        return new Setup(machine, platform, others);
    }

    /** The same guests with another workload of the catalogue or of the test's resources. */
    Setup workload(String name) {
        Setup other = of(machine.name(), platform.label(), guests.os().name(), name);
        return with(guests.with(guests.os(), other.guests().workload()));
    }

    Setup count(int count) {
        return guests(count, guests.os(), guests.devices());
    }

    Setup withDevices(DeviceWishes wishes) {
        return guests(guests.count(), guests.os(), wishes);
    }

    /** So many vCPUs, pinned to these cores in turn if there are any. */
    Setup vcpus(int vcpus, Integer... cores) {
        return with(new GuestSpec(
                guests.name(), guests.count(), guests.os(), vcpus, guests.memoryBytes(), guests.devices(), guests.workload(),
                guests.share(), List.of(cores), guests.memory(), guests.on()));
    }

    private Setup guests(int count, OperatingSystemSpec os, DeviceWishes wishes) {
        return with(guests.with(os, guests.workload()).with(count, wishes));
    }

    private Setup withSystems(UnaryOperator<OperatingSystemSpec> change) {
        return with(platform.withOperatingSystems(change))
                .guests(guests.count(), change.apply(guests.os()), guests.devices());
    }

    /** No operating system ticks, and neither does the hypervisor. */
    Setup withoutTicks() {
        return withSystems(os -> os.withTick(0))
                .events((event, charges) -> event.equals("host-tick") ? List.of() : charges);
    }

    /** Other charges for each event, of the platform and of its modes. */
    Setup events(BiFunction<String, List<Charge>, List<Charge>> change) {
        List<Mode> modes = platform.modes().stream()
                .map(mode -> mode.withEvents(changed(mode.events(), change)))
                .toList();
        return with(parts(modes, platform.executors(), changed(platform.events(), change), platform.paths()));
    }

    private static Map<String, List<Charge>> changed(
            Map<String, List<Charge>> events, BiFunction<String, List<Charge>, List<Charge>> change) {
        Map<String, List<Charge>> changed = new LinkedHashMap<>();
        events.forEach((event, charges) -> changed.put(event, change.apply(event, charges)));
        return changed;
    }

    /** Other stages in the place of each. */
    Setup stages(UnaryOperator<Values> change) {
        Map<String, Map<String, List<Values>>> paths = new LinkedHashMap<>();
        platform.paths().forEach((name, path) -> {
            Map<String, List<Values>> parts = new LinkedHashMap<>();
            path.forEach((part, stages) -> parts.put(part, stages.stream().map(change).toList()));
            paths.put(name, parts);
        });
        return with(parts(platform.modes(), platform.executors(), platform.events(), paths));
    }

    /** A ring of another size before an executor. */
    Setup ring(String executor, int ring) {
        Map<String, ExecutorSpec> executors = new LinkedHashMap<>(platform.executors());
        executors.computeIfPresent(executor, (name, old) -> new ExecutorSpec(
                name, old.in(), old.level(), old.onePer(), old.batch(), ring, old.affinity(), old.weight()));
        return with(parts(platform.modes(), executors, platform.events(), platform.paths()));
    }

    /** Rings of so many places before every executor. */
    Setup rings(int ring) {
        Setup narrowed = this;
        for (String executor : platform.executors().keySet()) {
            narrowed = narrowed.ring(executor, ring);
        }
        return narrowed;
    }

    Setup scheduler(Values scheduler) {
        return with(platform.withScheduler(scheduler));
    }

    /** A driver domain of one vCPU that stays on one core. */
    Setup driverDomainOnCore(int core) {
        PlatformSpec.DriverDomainSpec old = platform.driverDomain().orElseThrow();
        return with(platform.withDriverDomain(
                new PlatformSpec.DriverDomainSpec(old.name(), 1, old.weight(), old.os(), true, core)));
    }

    private PlatformSpec parts(
            List<Mode> modes,
            Map<String, ExecutorSpec> executors,
            Map<String, List<Charge>> events,
            Map<String, Map<String, List<Values>>> paths) {
        return new PlatformSpec(
                platform.label(), platform.variant(), platform.aliasOf(), platform.title(), platform.kind(), platform.year(), modes,
                platform.scheduler(), platform.schedulerRanges(), platform.driverDomain(), platform.hostOs(), platform.idle(),
                platform.ticks(), platform.spinWait(), platform.largePages(), platform.dedicatedThreads(), platform.memory(),
                platform.worldSwitch(), executors, events, platform.images(), platform.imageLayouts(),
                platform.hostCache(), paths, platform.delays(), platform.limits(),
                platform.costs());
    }

    /** A cost of so many thousandths of a cycle, wherever it stands: with the platform, an operating system or the CPU. */
    Setup cost(String name, long milli) {
        UnaryOperator<CostBook> change = book -> book.map(each -> each.name().equals(name) ? each.withMilli(milli) : each);
        return with(platform.withCosts(change.apply(platform.costs())))
                .with(machine.withCpu(machine.cpu().withCosts(change.apply(machine.cpu().costs()))))
                .withSystems(os -> os.withCosts(change.apply(os.costs())));
    }

    /** What a cost of the platform, the guest's operating system or the CPU is, in thousandths of a cycle. */
    long milli(String cost) {
        List<CostBook> books = List.of(platform.costs(), guests.os().costs(), machine.cpu().costs());
        return new CostLookup(platform.label(), books).get(cost).milli();
    }

    Host assemble() {
        PointSpec point = PointSpec.of(0, Map.of(), machine, List.of(platform), List.of(guests));
        return new SiteAssembly(point, platform, VOCABULARY, SEED, 0).assemble().onlyHost();
    }

    /** Runs until all jobs are done and nothing more is under way. */
    static Host rested(Host host) {
        while (!host.site().isFinished()) {
            host.simulation().runUntil(host.simulation().now() + LOOK_PICOS);
            if (host.simulation().now() > FINISHED_BY_PICOS) {
                throw new IllegalStateException(host.platform().fullName() + " does not finish its jobs: some are stuck");
            }
        }
        for (int look = 0; !rests(host); look++) {
            if (look == RESTS_WITHIN_LOOKS) {
                throw new IllegalStateException(host.platform().fullName() + " does not come to rest");
            }
        }
        host.site().checkConservation();
        return host;
    }

    /** Whether all cores are idle for a while. */
    private static boolean rests(Host host) {
        long before = idlePicos(host);
        host.simulation().runUntil(host.simulation().now() + REST_PICOS);
        return idlePicos(host) - before == REST_PICOS * host.processors().cores().size();
    }

    private static long idlePicos(Host host) {
        long idle = 0;
        for (Core core : host.processors().cores()) {
            idle += core.idlePicos(host.simulation().now());
        }
        return idle;
    }

    /** One replication as users get it. */
    Results results(long warmUpPicos, long durationPicos) {
        Experiment of = experiment(Overrides.NONE);
        RunSettings settings = new RunSettings(SEED, durationPicos, warmUpPicos, 1, 0.95, false, 0);
        PointSpec point = PointSpec.of(0, Map.of(), machine, List.of(platform), List.of(guests));
        Experiment experiment = new Experiment(
                of.name(), of.question(), List.of(point), Map.of(), settings, of.sources(), of.scenarioHash(), of.catalogueHash(),
                of.resolvedText(), false);
        return new Laboratory(VOCABULARY, 1, Progress.NONE).run(experiment, "test");
    }

    @Override
    public String toString() {
        return platform.fullName() + (guests.devices().equals(DeviceWishes.NONE) ? ", " : " with " + guests.devices() + ", ")
                + guests.count() + " x " + guests.workload().name();
    }
}
