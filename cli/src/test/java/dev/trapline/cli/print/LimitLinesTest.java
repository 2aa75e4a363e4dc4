package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitLinesTest {
    private static final Results.Visit VISIT =
            new Results.Visit(9, 5, 3, "holds", "web.latency.p95 at most 1 s", "web.latency.p95", "ms", true, 900, 880, 920, "cores");

    @Test
    void variantsOfAPlatformShareARow() {
        List<String> lines = LimitLines.of(List.of(
                limit("esx-3.5", "", "found", 9, 8, 10, "web.latency.p95 at most 1 s", "cores"),
                limit("virtual-server-2005", "slow", "found", 3, 3, 3, "web.latency.p95 at most 1 s", "cores"),
                limit("virtual-server-2005", "fast", "all", 16, 16, 16, "", ""),
                limit("xen", "", "refused", 0, 0, 0, "guests-per-host", "")), List.of());
        assertThat(lines).startsWith(
                "largest tiles           limit   interval  broken first                saturated",
                "esx-3.5                     9    8 to 10  web.latency.p95             cores",
                "virtual-server-2005   3 to 16    3 to 16  web.latency.p95 or nothing  cores",
                "xen                         -          -  guests-per-host");
        assertThat(lines).contains("What esx-3.5 carries.", "The search took 400 s of simulated time, 10.0 % of the 4000 s of the whole grid.");
        assertThat(LimitLines.of(List.of(), List.of())).isEmpty();
    }

    /** What is not known of costs has a column of its own beside the interval; other ranges have not. */
    @Test
    void drawsOfCostsHaveAColumn() {
        List<String> lines = LimitLines.of(
                List.of(
                        limit("esx-3.5", "", "found", 9, 8, 10, "web.latency.p95 at most 1 s", "cores"),
                        limit("xen", "", "refused", 0, 0, 0, "guests-per-host", "")),
                List.of(range("limit", 6, 11), range("throughput", 100, 300)));
        assertThat(lines).startsWith(
                "largest tiles   limit   interval   over draws  broken first     saturated",
                "esx-3.5             9    8 to 10      6 to 11  web.latency.p95  cores",
                "xen                 -          -            -  guests-per-host");
    }

    private static Results.DrawRange range(String metric, double low, double high) {
        return new Results.DrawRange("esx-3.5", "", 5, "", metric, "", 9, low, 9, high, 20);
    }

    private static Results.Limit limit(
            String platform, String variant, String outcome, long value, long low, long high, String broke, String limitedBy) {
        return new Results.Limit(
                platform, variant, "", "tiles", "tiles", 1, 16, outcome, value, low, high, 0.95, broke, limitedBy, 100, 1000,
                "What " + platform + " carries.", outcome.equals("refused") ? List.of() : List.of(VISIT));
    }
}
