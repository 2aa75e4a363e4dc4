package dev.trapline.benchmarks.scenarios;

import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How what a simulated second takes grows with guests, cores and packets. Arguments: series. Each series is run once for the
 * compiler and then five times, its cells in another order each time; medians count.
 *
 * <p>Prints tab-separated: series; size; platform; seconds of processor time for a simulated second, median, least and most;
 * events, packets and requests in a simulated second; bytes of heap, and guests.
 */
public final class GrowthStudy {
    private static final int ROUNDS = 5;
    private static final String EIGHT_INTERFACES = String.join(", ", Collections.nCopies(8, "gigabit-ethernet"));

    /** What grows, and the scenario in which nothing else does. */
    private enum Series {
        GUESTS(
                "guests.load.count: [1, 2, 4, 8, 16, 32, 64, 128, 256]",
                "windows-server-2003-sp2",
                "{ extends: web-dynamic, as: pages, clients: 4 }",
                1,
                "8"),
        CORES(
                "machine.cores-per-socket: [1, 2, 4, 8, 16, 32]",
                "windows-server-2003-sp2",
                "{ extends: web-dynamic, as: pages, clients: 4 }",
                64,
                "2"),
        PACKETS(
                "guests.load.workload.rate: [10 Mb/s, 30 Mb/s, 100 Mb/s, 300 Mb/s, 957 Mb/s]",
                "windows-server-2003-sp2",
                "datagrams-line-rate",
                8,
                "4");

        private final String varied;
        private final String system;
        private final String workload;
        private final int guests;
        private final String coresPerSocket;

        Series(String varied, String system, String workload, int guests, String coresPerSocket) {
            this.varied = varied;
            this.system = system;
            this.workload = workload;
            this.guests = guests;
            this.coresPerSocket = coresPerSocket;
        }

        String scenario() {
            return String.join(
                    "\n",
                    "scenario: growth",
                    "question: What does a simulated second take?",
                    "machine:",
                    "  extends: test-server-2008",
                    "  as: growing",
                    "  title: A machine that grows",
                    "  sockets: 2",
                    "  cores-per-socket: " + coresPerSocket,
                    "  memory: 512 GiB",
                    "  nics: [" + EIGHT_INTERFACES + "]",
                    "platforms: [hyper-v-2008, esx-3.5, xenserver-4.1]",
                    "guests:",
                    "  - { name: load, count: " + guests + ", vcpus: 1, os: " + system + ", memory: 512 MiB,",
                    "      workload: " + workload + " }",
                    "vary:",
                    "  " + varied,
                    "limits: ignore",
                    "run: { seed: 42, duration: 5 s, warm-up: 500 ms, replications: 1 }",
                    "");
        }

        /** The number in what was varied; of cores, those of both sockets. */
        double size(PointSpec point) {
            String text = point.at().values().iterator().next().replaceAll("[^0-9.].*", "");
            return Double.parseDouble(text) * (this == CORES ? 2 : 1);
        }
    }

    private GrowthStudy() {}

    public static void main(String[] series) {
        for (String name : series) {
            if (name.equals("pending")) {
                PendingMemory.print();
            } else {
                measure(Series.valueOf(name.toUpperCase(Locale.ROOT)));
            }
        }
    }

    /** A platform at a point, with what it took in each round. */
    private record Cell(PointSpec point, PlatformSpec platform, List<Double> seconds) {}

    private static void measure(Series series) {
        Vocabulary vocabulary = Vocabulary.standard();
        Experiment experiment = ScenarioReader.standard(vocabulary)
                .readText(series.scenario(), series.name(), Path.of(""))
                .value()
                .experiment();
        List<Cell> cells = experiment.points().stream()
                .flatMap(point -> point.platforms().stream().map(platform -> new Cell(point, platform, new ArrayList<>())))
                .toList();
        cells.forEach(cell -> effort(assembled(cell, experiment, vocabulary), experiment));
        List<Cell> order = new ArrayList<>(cells);
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            order.forEach(cell ->
                    cell.seconds.add(perSecond(effort(assembled(cell, experiment, vocabulary), experiment))));
        }
        cells.forEach(cell -> System.out.println(line(series, cell, experiment, vocabulary)));
    }

    private static Site assembled(Cell cell, Experiment experiment, Vocabulary vocabulary) {
        return new SiteAssembly(cell.point, cell.platform, vocabulary, experiment.settings().seed(), 0).assemble();
    }

    private static Effort effort(Site site, Experiment experiment) {
        site.simulation().runUntil(experiment.settings().warmUpPicos());
        return Effort.of(site, experiment.settings().durationPicos());
    }

    private static double perSecond(Effort effort) {
        return effort.seconds() / effort.simulatedSeconds();
    }

    /** Once more, for the counts, which are the same each time, and for the heap. */
    private static String line(Series series, Cell cell, Experiment experiment, Vocabulary vocabulary) {
        Site[] site = {assembled(cell, experiment, vocabulary)};
        Effort effort = effort(site[0], experiment);
        long bytes = Heap.freedBy(() -> site[0] = null);
        double simulated = effort.simulatedSeconds();
        Collections.sort(cell.seconds);
        return String.format(
                Locale.ROOT, "%s\t%.0f\t%s\t%.5f\t%.5f\t%.5f\t%.0f\t%.0f\t%.0f\t%d\t%d",
                series.name().toLowerCase(Locale.ROOT), series.size(cell.point), cell.platform.label(),
                cell.seconds.get(ROUNDS / 2), cell.seconds.get(0), cell.seconds.get(ROUNDS - 1),
                effort.events() / simulated, effort.packets() / simulated, effort.requests() / simulated, bytes,
                cell.point.guests().stream().mapToInt(guest -> guest.count()).sum());
    }
}
