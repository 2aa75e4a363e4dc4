package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an objective's search found, in the file and on the page. */
final class LimitsTest {
    private static final Results.Visit HOLDS = new Results.Visit(
            4, 2, 5, "holds", "load.latency.p95 at most 50 ms", "load.latency.p95", "ms", true, 40, 38, 42, "nothing; cores at 80 %");
    private static final Results.Visit BROKEN = new Results.Visit(
            5, 3, 20, "broken", "load.latency.p95 at most 50 ms", "load.latency.p95", "ms", true, 70, 60, 80, "cores");
    private static final Results.Limit LIMIT = new Results.Limit(
            "esx-3.5", "", "", "guests.load.count", "count", 1, 16, "found", 4, 4, 4, 0.95, BROKEN.constraint(), "cores", 250, 2000,
            "VMware ESX 3.5 carries 4 guests.", List.of(HOLDS, BROKEN));

    @TempDir
    private Path folder;

    @Test
    void limitsAreWrittenAndRead() throws IOException {
        Results results = with(SmallResults.oneOfEach());
        Path file = folder.resolve("results.json");
        Files.write(file, ResultFiles.toJson(results));
        assertThat(ResultFiles.read(file)).isEqualTo(results);
        assertThat(new String(ResultFiles.toJson(SmallResults.oneOfEach()))).doesNotContain("limits");
    }

    @Test
    void thePageStatesTheLimitAndWhatBroke() throws IOException {
        ReportFolder.write(with(SampleResults.hostedVersusBareMetal()), SampleResults.facts(), folder.resolve("run"));
        String page = Files.readString(folder.resolve("run/report.html"));
        assertThat(page).contains("Largest guests.load.count", "VMware ESX 3.5 carries 4 guests.", "4 to 4 at", "limit 4");
        assertThat(page).contains("250 s of simulated time");
    }

    /** A limit was searched along an axis, and stands at no value of it. */
    @Test
    void theRangeOfALimitStandsAtNoValueOfItsAxis() {
        Results.DrawRange range = new Results.DrawRange("esx-3.5", "", 0, "", "limit", "", 4, 3, 4, 5, 20);
        Results.DrawRange figure = new Results.DrawRange("esx-3.5", "", 0, "load", "throughput", "/s", 4, 3, 4, 5, 20);
        Results results = with(SmallResults.oneOfEach(), List.of(range, figure));
        assertThat(new String(Bytes.of(stream -> CsvFiles.writeDraws(results, stream)), StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(
                        "esx-3.5,,,,limit,,4.0,3.0,4.0,5.0,20,web-dynamic,",
                        "esx-3.5,,0,load,throughput,/s,4.0,3.0,4.0,5.0,20,web-dynamic,16");
    }

    private static Results with(Results results) {
        return with(results, results.drawRanges());
    }

    private static Results with(Results results, List<Results.DrawRange> drawRanges) {
        return new Results(
                results.formatVersion(), results.scenario(), results.question(), results.version(), results.scenarioHash(),
                results.catalogueHash(), results.resolvedScenario(), results.settings(), results.axes(), results.platforms(),
                results.points(), results.metrics(), results.differences(), results.percentiles(), results.series(), results.ledgers(),
                results.verdicts(), results.survivals(), List.of(LIMIT), results.assumptions(), results.sources(),
                results.unsupported(), results.expectations(), results.warnings(), results.fingerprints(),
                results.ranks(), drawRanges, results.samples(), results.bounds(), results.steps());
    }
}
