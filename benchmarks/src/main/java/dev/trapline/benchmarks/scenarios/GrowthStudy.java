package dev.trapline.benchmarks.scenarios;

import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How what a simulated second takes grows with guests, cores and packets. Arguments: series. Each series is run twice and the second
 * counts, since the code is compiled by then.
 *
 * <p>Prints tab-separated: series; size; platform; seconds of processor time for a simulated second; events, packets and requests in a
 * simulated second; bytes of heap for each guest.
 */
public final class GrowthStudy {
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
                    "  - { name: load, count: " + guests + ", vcpus: 1, os: " + system + ", memory: 512 MiB, workload: " + workload + " }",
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

    private static void measure(Series series) {
        Vocabulary vocabulary = Vocabulary.standard();
        Experiment experiment = ScenarioReader.standard(vocabulary)
                .readText(series.scenario(), series.name(), Path.of(""))
                .value()
                .experiment();
        for (boolean counts : List.of(false, true)) {
            for (PointSpec point : experiment.points()) {
                for (PlatformSpec platform : point.platforms()) {
                    String line = line(series, point, platform, experiment, vocabulary);
                    if (counts) {
                        System.out.println(line);
                    }
                }
            }
        }
    }

    private static String line(Series series, PointSpec point, PlatformSpec platform, Experiment experiment, Vocabulary vocabulary) {
        Site site = new SiteAssembly(point, platform, vocabulary, experiment.settings().seed(), 0).assemble();
        site.simulation().runUntil(experiment.settings().warmUpPicos());
        Effort effort = Effort.of(site, experiment.settings().durationPicos());
        long bytes = Heap.used();
        site = null;
        bytes -= Heap.used();
        double simulated = effort.simulatedSeconds();
        return String.format(
                Locale.ROOT, "%s\t%.0f\t%s\t%.4f\t%.0f\t%.0f\t%.0f\t%d",
                series.name().toLowerCase(Locale.ROOT), series.size(point), platform.label(), effort.seconds() / simulated,
                effort.events() / simulated, effort.packets() / simulated, effort.requests() / simulated,
                bytes / point.guests().stream().mapToInt(guest -> guest.count()).sum());
    }
}
