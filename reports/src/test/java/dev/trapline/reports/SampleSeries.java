package dev.trapline.reports;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How busy the sample's machine was over time, at the last point of each workload. */
final class SampleSeries {
    static final int PARTS = 40;
    private static final double PART_SECONDS = 0.5;
    private static final int CORES = 4;
    private static final int LARGEST = 16;
    private static final int COUNTS = 5;

    private SampleSeries() {}

    static List<Results.Series> all() {
        List<Results.Series> series = new ArrayList<>();
        for (int workload = 0; workload < SamplePlatform.WORKLOADS.size(); workload++) {
            for (SamplePlatform platform : SamplePlatform.ALL) {
                for (int core = 0; core < CORES; core++) {
                    series.add(series(platform, workload, "core " + core, workload == 2 ? 20 : 97, 3));
                }
                series.add(series(platform, workload, "disk 0", platform.diskUtilization(workload, LARGEST), 6));
                if (platform.label().startsWith("xen")) {
                    series.add(series(platform, workload, "domain-0 vCPUs running", 40, 20));
                }
            }
        }
        return series;
    }

    private static Results.Series series(SamplePlatform platform, int workload, String name, double about, double spread) {
        return new Results.Series(
                platform.label(),
                platform.variant(),
                workload * COUNTS + COUNTS - 1,
                name,
                "%",
                IntStream.rangeClosed(1, PARTS).mapToObj(part -> part * PART_SECONDS).toList(),
                IntStream.range(0, PARTS).mapToObj(part -> busy(about, spread, part + name.length())).toList());
    }

    private static double busy(double about, double spread, int step) {
        double moved = about + spread * (step * 7 % 5 - 2) / 2;
        return Math.round(10 * Math.max(0, Math.min(100, moved))) / 10.0;
    }
}
