package dev.trapline.run;

import dev.trapline.platform.Limits;
import dev.trapline.platform.Vocabulary;
import dev.trapline.queueing.Bounds;
import dev.trapline.queueing.ClosedNetwork;
import dev.trapline.queueing.OpenNetwork;
import dev.trapline.queueing.Solution;
import dev.trapline.queueing.Station;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Solves an experiment by queueing formulas as far as they reach, and gives asymptotic bounds where they do not.
 *
 * <p>Guests that never need more cores than there are do not meet at the cores: each is a network of its own vCPU and devices.
 * Where every request has a vCPU, all meet at the cores, which are one station of several servers. Anything between has two
 * levels of queues and no product form.
 */
public final class AnalyticTwin {
    private static final String MEANS =
            "Service counts by its mean alone: a station serves exponential times in order, or is shared evenly.";
    private static final String ALONE = "Demands are those of one request alone: batches, coalescing, refilled caches and"
            + " skipped idle states change them under load, so that bounds may be passed. A disk that chooses among operations"
            + " which wait is no bound.";
    private static final String INTERRUPTS =
            "What interrupts and completions cost counts to the guest's vCPU, though another core may do it.";
    private static final String TICKS = "Timer ticks and whatever else runs without requests take no part of a station.";
    private static final String OPEN = "each guest's vCPU and each device M/M/1, arrivals of all who share it (Jackson)";
    private static final String TOGETHER = "all guests in one closed network, cores M/M/c, by convolution";
    private static final String APART = "each guest a closed network of its own, by convolution";
    private static final String BROKEN = "asking what one request alone takes broke down: ";
    private static final String DISKS = "disks";
    /** A smaller part of what a request asks of all cores is no station of its own. */
    private static final double UNSEEN = 1e-4;

    private final Vocabulary vocabulary;
    private final Workforce workforce;

    /** What one request alone asks, or why that is not known. */
    private record Asked(Optional<Demands> demands, String reason) {}

    /** @param threads on which requests are run alone */
    public AnalyticTwin(Vocabulary vocabulary, int threads) {
        this.vocabulary = vocabulary;
        this.workforce = new Workforce(threads);
    }

    /** One for each platform that would run at each point, variants apart. */
    public List<Twin> solve(Experiment experiment) {
        return solve(cases(experiment), experiment.settings().seed());
    }

    /** Those alone that nothing which is known before a run keeps from an exact solution; their demands may. */
    public List<Twin> within(Experiment experiment) {
        List<TwinCase> within = cases(experiment).stream().filter(each -> each.obstacles().isEmpty()).toList();
        return solve(within, experiment.settings().seed());
    }

    private List<TwinCase> cases(Experiment experiment) {
        List<TwinCase> cases = new ArrayList<>();
        for (PointSpec point : experiment.points()) {
            for (PlatformSpec platform : point.platforms()) {
                if (Limits.check(point, platform, vocabulary).isEmpty()) {
                    cases.add(TwinCase.of(point, platform));
                }
            }
        }
        return cases;
    }

    private List<Twin> solve(List<TwinCase> cases, long seed) {
        Map<String, TwinCase> alone = new LinkedHashMap<>();
        cases.stream().filter(each -> each.load().isPresent()).forEach(each -> alone.putIfAbsent(each.alone(), each));
        Map<String, Asked> demands = new LinkedHashMap<>();
        workforce.run(
                new ArrayList<>(alone.keySet()),
                key -> asked(alone.get(key), seed),
                demands::put,
                key -> alone.get(key).platform().fullName() + " at " + alone.get(key).point().at());
        List<Twin> twins = new ArrayList<>();
        for (TwinCase each : cases) {
            twins.add(each.load().map(load -> twin(each, load, demands.get(each.alone()))).orElseGet(
                    () -> without(each, each.obstacles().get(0))));
        }
        return twins;
    }

    /** One request alone breaks down where a run may: what has been simulated already must not be lost by it. */
    private Asked asked(TwinCase each, long seed) {
        try {
            return Demands.of(each.point(), each.platform(), seed, vocabulary)
                    .map(demands -> new Asked(Optional.of(demands), ""))
                    .orElse(new Asked(Optional.empty(), Demands.NONE));
        } catch (RuntimeException broken) {
            return new Asked(Optional.empty(), BROKEN + broken.getMessage());
        }
    }

    private static Twin twin(TwinCase each, LoadShape load, Asked asked) {
        try {
            return asked.demands().map(it -> twin(each, load, it)).orElseGet(() -> without(each, asked.reason()));
        } catch (RuntimeException broken) {
            return without(each, BROKEN + broken.getMessage());
        }
    }

    private static Twin without(TwinCase each, String reason) {
        return Twin.without(each.platform(), each.point().index(), each.guest().name(), reason);
    }

    private static Twin twin(TwinCase each, LoadShape load, Demands demands) {
        PointSpec point = each.point();
        GuestSpec guest = each.guest();
        List<Station> stations = stations(point, each.platform(), guest, demands);
        List<String> reasons = new ArrayList<>(each.obstacles());
        reasons.addAll(Reach.obstacles(point.machine(), guest, load, demands));
        boolean together = Reach.everyRequestHasItsVcpu(guest, load);
        int customers = guest.count() * load.clients();
        Optional<Solution> solution = Optional.empty();
        if (reasons.isEmpty()) {
            solution = load.isOpen()
                    ? open(point, guest, load, demands)
                    : Optional.of(together ? together(point, customers, load, demands) : apart(guest, load, demands));
            if (solution.isEmpty()) {
                reasons.add("a station is asked for more than it has, so there is no steady state");
            }
        }
        List<Station> bounding = bounding(stations, Reach.isSorted(point.machine(), guest, load));
        Bounds bounds = load.isOpen()
                ? Bounds.open(bounding, demands.delay(), guest.count() * load.ratePerSecond())
                : Bounds.closed(bounding, demands.delay(), load.thinkSeconds(), customers);
        return new Twin(
                each.platform().label(),
                each.platform().variant(),
                point.index(),
                guest.name(),
                stations,
                demands.delay(),
                solution,
                Optional.of(bounds),
                solution.isEmpty() ? "" : load.isOpen() ? OPEN : together ? TOGETHER : APART,
                reasons,
                List.of(MEANS, ALONE, INTERRUPTS, TICKS));
    }

    /** Without disks that get faster the more waits for them, unless there is nothing else. */
    private static List<Station> bounding(List<Station> stations, boolean sorted) {
        List<Station> others = stations.stream().filter(station -> !station.name().equals(DISKS)).toList();
        return sorted && !others.isEmpty() ? others : stations;
    }

    /** Those of all guests together, with as many servers as requests can be served at once. */
    private static List<Station> stations(PointSpec point, PlatformSpec platform, GuestSpec guest, Demands demands) {
        int cores = point.machine().cores();
        List<Station> stations = new ArrayList<>();
        int vcpus = guest.count() * guest.vcpus();
        // Work of the driver domain or the host is done besides, on cores that guests leave.
        if (vcpus < cores) {
            add(stations, "vCPUs", demands.cores() - demands.elsewhere(), vcpus);
            if (demands.elsewhere() > UNSEEN * demands.cores()) {
                add(stations, elsewhere(platform), demands.elsewhere(), cores);
            }
        } else {
            add(stations, "cores", demands.cores(), cores);
        }
        if (Reach.hasPlainDisks(point.machine())) {
            add(stations, DISKS, demands.disk(), StrictMath.min(guest.count(), point.machine().disks().size()));
        }
        add(stations, "network", demands.nic(), StrictMath.min(guest.count(), point.machine().nics().size()));
        return stations;
    }

    private static String elsewhere(PlatformSpec platform) {
        return platform.driverDomain().map(PlatformSpec.DriverDomainSpec::name).orElse("host");
    }

    private static void add(List<Station> stations, String name, double demand, int servers) {
        if (demand > 0 && servers > 0) {
            stations.add(new Station(name, demand, servers));
        }
    }

    /** All customers meet at the cores and at each device. */
    private static Solution together(PointSpec point, int customers, LoadShape load, Demands demands) {
        List<Station> stations = new ArrayList<>();
        add(stations, "cores", demands.cores(), point.machine().cores());
        add(stations, "disk", demands.disk(), 1);
        add(stations, "network", demands.nic(), 1);
        return new ClosedNetwork(stations, demands.delay(), load.thinkSeconds()).solve(customers);
    }

    /** Each guest is alone with its vCPU and its devices. */
    private static Solution apart(GuestSpec guest, LoadShape load, Demands demands) {
        List<Station> stations = new ArrayList<>();
        add(stations, "vCPU", demands.cores(), 1);
        add(stations, "disk", demands.disk(), 1);
        add(stations, "network", demands.nic(), 1);
        Solution one = new ClosedNetwork(stations, demands.delay(), load.thinkSeconds()).solve(load.clients());
        return new Solution(guest.count() * one.throughput(), one.responseSeconds());
    }

    /** The arrivals at a device are those of all guests that share it; the mean request is that of the mean guest. */
    private static Optional<Solution> open(PointSpec point, GuestSpec guest, LoadShape load, Demands demands) {
        double response = 0;
        for (int number = 0; number < guest.count(); number++) {
            List<Station> stations = new ArrayList<>();
            add(stations, "vCPU", demands.cores(), 1);
            OpenNetwork own = new OpenNetwork(stations, demands.delay());
            Optional<Solution> cpu = own.solve(load.ratePerSecond());
            Optional<Solution> disk = shared(point.machine().disks().size(), number, guest, load, demands.disk());
            Optional<Solution> nic = shared(point.machine().nics().size(), number, guest, load, demands.nic());
            if (cpu.isEmpty() || disk.isEmpty() || nic.isEmpty()) {
                return Optional.empty();
            }
            response += cpu.get().responseSeconds() + disk.get().responseSeconds() + nic.get().responseSeconds();
        }
        return Optional.of(new Solution(guest.count() * load.ratePerSecond(), response / guest.count()));
    }

    /** A guest's device, with the guests that are spread onto it. */
    private static Optional<Solution> shared(int devices, int number, GuestSpec guest, LoadShape load, double demand) {
        if (demand == 0) {
            return new OpenNetwork(List.of(), 0).solve(load.ratePerSecond());
        }
        int sharing = (guest.count() - 1 - number % devices) / devices + 1;
        return new OpenNetwork(List.of(new Station("device", demand, 1)), 0).solve(sharing * load.ratePerSecond());
    }
}
