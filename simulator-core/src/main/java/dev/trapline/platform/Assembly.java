package dev.trapline.platform;

import dev.trapline.devicepath.GuestPorts;
import dev.trapline.devicepath.HostTick;
import dev.trapline.devicepath.HostVisit;
import dev.trapline.devicepath.Route;
import dev.trapline.devicepath.RouteBuilder;
import dev.trapline.devicepath.Surroundings;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.guest.Guest;
import dev.trapline.guest.GuestTick;
import dev.trapline.random.KeyedSource;
import dev.trapline.scheduler.SchedulerFactory;
import dev.trapline.spec.Charge;
import dev.trapline.spec.CostBook;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.HostSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.Mode;
import dev.trapline.spec.OperatingSystemSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.Share;
import dev.trapline.spec.Way;
import dev.trapline.virtualization.Pricing;
import dev.trapline.virtualization.Technique;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Core;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.workload.GroupMeasure;
import dev.trapline.workload.Setting;
import dev.trapline.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a running host of a specification, guest by guest. Native and virtualized platforms are assembled in one way: contexts for
 * vCPUs, prices from techniques, routes from paths, ticks, and workloads; only what the platform's file says differs.
 */
final class Assembly {
    private final MachineSpec machine;
    private final PlatformSpec platform;
    private final List<GuestSpec> groups;
    private final long networkPicos;
    private final Vocabulary vocabulary;
    private final long seed;
    private final int replication;
    private final Host host;
    private final GuestContexts contexts;
    private final MemoryAssembly memory;
    private int guests;

    /**
     * Makes the host without any guest.
     *
     * @param groups what of each guest group will be placed here
     * @param networkPicos what a packet to another host takes on top of what the interface says
     */
    Assembly(
            Site site,
            HostSpec spec,
            PlatformSpec platform,
            List<GuestSpec> groups,
            long networkPicos,
            Vocabulary vocabulary,
            long seed,
            int replication) {
        machine = spec.machine();
        this.platform = platform;
        this.groups = groups;
        this.networkPicos = networkPicos;
        this.vocabulary = vocabulary;
        this.seed = seed;
        this.replication = replication;
        SchedulerFactory scheduler = vocabulary.schedulers().create(platform.scheduler());
        host = new Host(spec.name(), site, machine, platform, scheduler.lanes(machine.cores(), contextsAtMost()), vocabulary);
        host.pricedBy(new Pricing(
                technique(true, "native"),
                technique(false, "native-paging"),
                new Costs(platform, CostBook.EMPTY, groups.get(0).os(), machine),
                host.slots()));
        driverDomain(host);
        contexts = new GuestContexts(host, platform.driverDomain().map(domain -> domain.firstCore() + vcpus(domain)).orElse(0));
        memory = new MemoryAssembly(host, groups, vocabulary, seed, replication);
        site.add(host);
    }

    /** All guests are there. */
    void start() {
        memory.start();
        hostTicks(host);
        host.processors().startScheduling();
    }

    private Way way(GuestSpec guest) {
        return platform.way(machine, guest)
                .orElseThrow(() -> new IllegalArgumentException(
                        platform.fullName() + " has no mode for guests like '" + guest.name() + "'"));
    }

    private int contextsAtMost() {
        int vcpus = 0;
        int guests = 0;
        for (GuestSpec group : groups) {
            vcpus += group.count() * group.vcpus();
            guests += group.count();
        }
        int domain = platform.driverDomain().map(this::vcpus).orElse(0);
        long threads = platform.executors().values().stream().filter(executor -> executor.in().equals("host-thread")).count();
        return vcpus + domain + (int) threads * guests;
    }

    private int vcpus(PlatformSpec.DriverDomainSpec domain) {
        return domain.vcpus() == 0 ? machine.cores() : domain.vcpus();
    }

    private Technique technique(boolean cpu, String name) {
        return (cpu ? vocabulary.cpuTechniques() : vocabulary.memoryTechniques())
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("no technique '" + name + "'"))
                .create(Values.empty());
    }

    private void driverDomain(Host host) {
        if (platform.driverDomain().isEmpty()) {
            return;
        }
        PlatformSpec.DriverDomainSpec domain = platform.driverDomain().get();
        Pricing pricing = host.hostPricing();
        for (int i = 0; i < vcpus(domain); i++) {
            ContextSettings settings = ContextSettings.with(
                            host.processors().newMeter(host.owners().driverDomain()), host.slots(), Place.DRIVER_DOMAIN)
                    .domain(-1)
                    .share(new Share(domain.weight(), 0, Double.POSITIVE_INFINITY))
                    .contextSwitch(host.event("context-switch", pricing))
                    .interProcessorInterrupt(
                            host.event("ipi", pricing), pricing.price(PlatformSpec.wakingInterrupt(platform.event("ipi"))))
                    .idle(host.event("driver-domain-idle-enter", pricing), host.event("driver-domain-idle-exit", pricing));
            if (domain.pinned()) {
                settings.pinnedTo((domain.firstCore() + i) % machine.cores());
            }
            Context vcpu = host.processors().newContext(domain.name() + " vcpu " + i, settings);
            host.addDriverDomain(vcpu);
            tick(host, vcpu, host.event("driver-domain-tick", pricing), domain.os());
        }
    }

    /** Places the {@code index}-th guest of a group here. */
    void guest(int group, GuestSpec spec, int index, Workload workload, GroupMeasure measure) {
        int number = guests++;
        Way way = way(spec);
        Mode mode = way.mode();
        Costs costs = new Costs(platform, mode.costs(), spec.os(), machine);
        Technique paging = technique(false, mode.memory());
        Pricing pricing = new Pricing(
                technique(true, mode.cpu()), platform.largePages() ? paging.onLargePages() : paging, costs, host.slots());
        Price taskPriority = taskPriorityWrite(mode, pricing);
        pricing.withTaskPriority(taskPriority, spec.os().tprPerSystemCall()).withEvents(name -> platform.event(mode, name));
        List<Context> vcpus = contexts.vcpus(spec, group, index, number, mode, pricing);
        Guest guest = Guest.of(
                spec, group, index, vcpus, pricing, taskPriority.repeated(spec.os().tprPerInterrupt()),
                contexts.synchronization(spec, mode, vcpus, pricing));
        GuestPorts ports = ports(host, guest, number, way);
        GuestParts parts = new GuestParts(guest, number, way, ports, costs);
        host.add(parts);
        HostVisit visit = platform.worldSwitch().isPresent() ? hostVisit(host, vcpus.get(0), mode, pricing) : null;
        for (int queue = 0; queue < ports.queues(); queue++) {
            int nic = number % Math.max(1, machine.nics().size());
            network(parts, queue, new GuestSurroundings(host, parts, nic, queue, visit));
        }
        disk(parts, new GuestSurroundings(host, parts, number % Math.max(1, machine.disks().size()), 0, visit));
        Price tick = pricing.price(platform.event(mode, "tick"));
        Price withTaskPriority = tick.isFree() ? tick : host.slots().common(tick.and(guest.taskPriorityOfInterrupt()));
        vcpus.forEach(vcpu -> tick(host, vcpu, withTaskPriority, spec.os()));
        if (spec.os().tickSources() > 1) {
            tick(host, vcpus.get(0), withTaskPriority, spec.os());
        }
        KeyedSource draws = new KeyedSource(seed, replication, KeyedSource.path(spec.name() + "/" + index));
        Setting setting = new Setting(
                host.simulation(), guest, ports, measure, draws, memory.add(parts), host.site().services());
        host.site().add(group, workload.start(setting));
    }

    /** A write of the task priority goes to the hypervisor where that says what it costs and the processor cannot do it alone. */
    private Price taskPriorityWrite(Mode mode, Pricing pricing) {
        List<Charge> trapped = platform.event(mode, "tpr-write");
        if (!trapped.isEmpty() && !machine.cpu().tprShadow()) {
            return pricing.price(trapped);
        }
        int slot = pricing.slots().service(Place.GUEST_KERNEL, "tpr-write");
        return pricing.costs()
                .find("tpr-write")
                .map(cost -> Price.of(List.of(new Price.Item(slot, cost.milli(), 1))))
                .orElse(Price.FREE);
    }

    private GuestPorts ports(Host host, Guest guest, int number, Way way) {
        GuestPorts ports = new GuestPorts(
                guest.name(),
                host.nics().get(number % host.nics().size()),
                new DiskFiles(host, groups).of(guest, number, way),
                host.packets(),
                host.simulation(),
                host.slots());
        ports.besides(host, networkPicos);
        return ports;
    }

    private HostVisit hostVisit(Host host, Context vcpu, Mode mode, Pricing pricing) {
        HostVisit visit =
                new HostVisit(vcpu, pricing.price(platform.event(mode, "wait-call")), host.simulation());
        vcpu.servedBy(visit);
        return visit;
    }

    private void network(GuestParts guest, int queue, GuestSurroundings surroundings) {
        Map<String, List<Values>> path = path(guest.way().nic().path());
        surroundings.interruptsTravel(route(path, "interrupt", surroundings));
        guest.ports()
                .network(
                        queue,
                        route(path, "transmit", surroundings),
                        route(path, "completion", surroundings),
                        route(path, "receive", surroundings));
        if (queue == 0 && path.containsKey("local-transmit")) {
            guest.ports()
                    .local(
                            route(path, "local-transmit", surroundings),
                            route(path, "local-completion", surroundings),
                            route(path, "local-receive", surroundings));
        }
    }

    private void disk(GuestParts guest, GuestSurroundings surroundings) {
        Map<String, List<Values>> path = DiskFiles.stages(
                path(guest.way().disk().path()), platform, guest.way(), guest.guest().spec().devices());
        surroundings.interruptsTravel(route(path, "interrupt", surroundings));
        guest.ports().disk(route(path, "request", surroundings), route(path, "completion", surroundings));
    }

    private Map<String, List<Values>> path(String name) {
        Map<String, List<Values>> path = platform.paths().get(name);
        if (path == null) {
            throw new IllegalArgumentException(platform.fullName() + " has no path '" + name + "', there are "
                    + platform.paths().keySet());
        }
        return new LinkedHashMap<>(path);
    }

    private Route route(Map<String, List<Values>> path, String part, Surroundings surroundings) {
        RouteBuilder builder = new RouteBuilder(surroundings, part.equals("receive"));
        for (Values stage : path.getOrDefault(part, List.of())) {
            vocabulary.stages().keyed(stage).create(stage).addTo(builder);
        }
        return builder.build();
    }

    /** Ticks of vCPUs do not fall together: each starts at its own part of the period. */
    private void tick(Host host, Context vcpu, Price tick, OperatingSystemSpec os) {
        if (tick.isFree() || os.tickHertz() == 0) {
            return;
        }
        long period = Time.PICOS_PER_SECOND / os.tickHertz();
        GuestTick.Missed missed = GuestTick.Missed.valueOf(platform.ticks().missed().toUpperCase(Locale.ROOT));
        new GuestTick(vcpu, tick, period, os.tickless(), missed, host.simulation())
                .start(offset(period, vcpu.ordinal()));
    }

    private void hostTicks(Host host) {
        long hertz = platform.ticks().hostHertz() > 0
                ? platform.ticks().hostHertz()
                : platform.hostOs().orElse(groups.get(0).os()).tickHertz();
        if (platform.event("host-tick").isEmpty() || hertz == 0) {
            return;
        }
        long period = Time.PICOS_PER_SECOND / hertz;
        Price handler = host.event("host-tick", host.hostPricing());
        for (Core core : host.processors().cores()) {
            new HostTick(core, host.interrupt(core), handler, period, host.simulation())
                    .start(offset(period, core.index()));
        }
    }

    /** The golden section spreads any number of offsets evenly over a period. */
    private static long offset(long period, int ordinal) {
        long millionths = (ordinal + 1) * 618_034L % 1_000_000;
        return Math.max(1, period / 1_000_000 * millionths);
    }
}
