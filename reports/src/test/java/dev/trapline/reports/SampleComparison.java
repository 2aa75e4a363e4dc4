package dev.trapline.reports;

import dev.trapline.result.ResultComparison;
import dev.trapline.result.ResultComparison.Change;
import dev.trapline.result.ResultComparison.Row;
import java.util.ArrayList;
import java.util.List;

/** Two results in which some figures got worse and some better; one interval reaches beyond 0, one figure has no ratio. */
public final class SampleComparison {
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private SampleComparison() {}

    /** @param name of a platform among the others */
    public static ResultComparison of(String name) {
        List<Row> rows = new ArrayList<>();
        for (String metric : List.of("throughput", "latency.mean", "latency.p95")) {
            for (int count = 1; count <= 16; count *= 4) {
                rows.add(row("native", count, metric, 1.0, 0.004, "no difference shown"));
                rows.add(row("xenserver-4.1", count, metric, 1 - 0.01 * count, 0.02, count == 1 ? "no difference shown" : "worse"));
                rows.add(row(name, count, metric, 1 + 0.05 * count, 0.03, "better"));
            }
        }
        rows.add(row("noisy", 1, "elapsed", 1.2, 1.5, "no difference shown"));
        rows.add(new Row("still", "", "", "load", "elapsed", "s", "Welch", 0, 0, 1, 0.1, 0, 0, 0, "worse"));
        List<Change> changes = List.of(
                new Change("guests.load.memory", "256 MiB", "512 MiB"),
                new Change("catalogue", SHA, SHA.replace('0', '1')),
                new Change(name, "", name));
        return new ResultComparison("one", "other", 0.95, changes, rows, List.of(name), List.of());
    }

    private static Row row(String platform, int count, String metric, double ratio, double half, String verdict) {
        boolean more = metric.equals("throughput");
        double way = more ? ratio : 2 - ratio;
        return new Row(
                platform, "", "guests.load.count=" + count, "load", metric, more ? "/s" : "ms", "paired", 100 * count, 2,
                100 * count * way, 2, way, way - half, way + half, verdict);
    }
}
