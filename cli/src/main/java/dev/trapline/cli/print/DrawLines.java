package dev.trapline.cli.print;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The range of each figure over the draws of the uncertain costs, beside the noise of the runs, which is another thing. */
final class DrawLines {
    private static final List<String> METRICS = List.of("throughput", "elapsed", "latency.p95");

    private DrawLines() {}

    /** None if there were no draws at the point. */
    static List<String> lines(Digest digest, int point, String guest) {
        List<Results.DrawRange> ranges = digest.results().drawRanges().stream()
                .filter(it -> it.point() == point && it.guest().equals(guest) && METRICS.contains(it.metric()))
                .toList();
        if (ranges.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (String metric : METRICS) {
            List<Results.DrawRange> own = ranges.stream().filter(it -> it.metric().equals(metric)).toList();
            if (!own.isEmpty()) {
                lines.addAll(table(digest, own));
            }
        }
        return lines;
    }

    private static List<String> table(Digest digest, List<Results.DrawRange> ranges) {
        Results.DrawRange first = ranges.get(0);
        TextTable table = TextTable.of("wfff");
        String figure = (first.metric() + " " + first.unit()).strip();
        table.add(List.of("over " + first.draws() + " draws of costs", figure, "middle", "noise"));
        for (Results.DrawRange range : ranges) {
            table.add(List.of(
                    RankingLines.name(range.platform(), range.variant()),
                    Words.range(Words.value(range.low()), Words.value(range.high())),
                    Words.value(range.median()),
                    noise(digest, range)));
        }
        return table.lines();
    }

    private static String noise(Digest digest, Results.DrawRange range) {
        Optional<Results.Metric> metric = digest.contenders().ofPlatform(range.platform()).stream()
                .filter(it -> it.variant().equals(range.variant()))
                .findFirst()
                .flatMap((Contender it) -> digest.metric(it, range.point(), range.guest(), range.metric()));
        return metric.filter(Results.Metric::hasInterval)
                .map(it -> "+- " + Words.value((it.high() - it.low()) / 2))
                .orElse("");
    }
}
