package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an objective's search found, in the file and on the page. */
final class LimitsTest {
    private static final Results.Visit HOLDS = new Results.Visit(
            4, 2, 5, "holds", "load.latency.p95 at most 50 ms", "load.latency.p95", "ms", true, 40, 38, 42, "nothing; cores at 80 %");
    private static final Results.Visit BROKEN = new Results.Visit(
            5, 3, 20, "broken", "load.latency.p95 at most 50 ms", "load.latency.p95", "ms", true, 70, 60, 80, "cores");
    private static final Results.Limit LIMIT = new Results.Limit(
            "esx-3.5", "", "", "guests.load.count", "count", 1, 16, "found", 4, 4, 4, 0.95, BROKEN.constraint(), "cores", 250, 2000,
            "VMware ESX 3.5 carries 4 guests.", List.of(HOLDS, BROKEN));

    private static final Pattern LEAD = Pattern.compile("<p class=\"lead-answer\">([^<]*)</p>");

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
        assertThat(page).contains("Largest guests.load.count", "VMware ESX 3.5 carries 4 guests.", "<td>4 at 95\u202f%</td>", "limit 4");
        assertThat(page).contains("250 s of simulated time");
    }

    /** A limit was searched along an axis, and stands at no value of it. */
    @Test
    void theRangeOfALimitStandsAtNoValueOfItsAxis() {
        Results.DrawRange range = new Results.DrawRange("esx-3.5", "", 0, "", "limit", "", 4, 3, 4, 5, 20);
        Results.DrawRange figure = new Results.DrawRange("esx-3.5", "", 0, "load", "throughput", "/s", 4, 3, 4, 5, 20);
        Results results = SampleLimits.with(SmallResults.oneOfEach(), List.of(LIMIT), List.of(range, figure));
        assertThat(new String(Bytes.of(stream -> CsvFiles.writeDraws(results, stream)), StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(
                        "esx-3.5,,,,limit,,4.0,3.0,4.0,5.0,20,web-dynamic,",
                        "esx-3.5,,0,load,throughput,/s,4.0,3.0,4.0,5.0,20,web-dynamic,16");
    }

    /** The noun of a count is guests, and an end is told only where there are two. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "count | found     | 4  | 4  | 4  | carries 4 guests.                           | 4               | 4 at 95 %",
        "count | found     | 1  | 1  | 2  | carries 1 guest (1 to 2).                   | 1               | 1 to 2 at 95 %",
        "tiles | found     | 9  | 8  | 10 | carries 9 tiles (8 to 10).                  | 9               | 8 to 10 at 95 %",
        "count | none      | 0  | 0  | 0  | does not carry even 1 guest.                | not even 1      | –",
        "count | all       | 16 | 16 | 16 | carries at least 16 guests, where the search ends. | at least 16 | 16 at 95 %",
        "count | supported | 8  | 8  | 8  | carries all of the 8 guests that it supports. | 8             | 8 at 95 %",
        "count | refused   | 0  | 0  | 0  | does not support even 1 guest.              | –               | not supported",
    })
    void theLeadSaysHowTheSearchEnded(
            String what, String outcome, long value, long low, long high, String lead, String limit, String interval) {
        String page = page(List.of(limit("esx-3.5", what, outcome, value, low, high)), List.of());
        assertThat(lead(page)).isEqualTo("VMware ESX 3.5 " + lead);
        assertThat(page).contains("<td>" + limit + "</td><td>" + interval.replace(" %", "\u202f%") + "</td>");
        assertThat(page).doesNotContain("Over draws of costs").contains("it was not varied in this search");
    }

    /** Who is not known as surely has an interval of its own; who is refused stands last. */
    @Test
    void platformsThatCarryTheSameStandTogether() {
        String page = page(
                List.of(
                        limit("virtual-server-2005-r2-sp1", "count", "refused", 0, 0, 0),
                        limit("xenserver-4.1", "count", "found", 4, 3, 5),
                        limit("esx-3.5", "count", "found", 9, 9, 9),
                        limit("hyper-v-2008", "count", "found", 4, 3, 5),
                        limit("native", "count", "found", 4, 4, 6)),
                List.of());
        assertThat(lead(page)).isEqualTo("VMware ESX 3.5 carries 9 guests; " + title("xenserver-4.1") + " and "
                + title("hyper-v-2008") + " carry 4 guests each (3 to 5); " + title("native") + " carries 4 guests (4 to 6); "
                + "virtual-server-2005-r2-sp1 does not support even 1 guest.");
    }

    /** The range is found by who it is of, whether it has the point of a visit or none. */
    @ParameterizedTest
    @CsvSource({"2", "-1"})
    void drawsOfCostsAreSaidWhereTheyChangeALimit(int point) {
        List<Results.Limit> limits =
                List.of(limit("esx-3.5", "count", "found", 9, 8, 10), limit("hyper-v-2008", "count", "found", 4, 4, 4));
        String page = page(limits, List.of(
                range("esx-3.5", "throughput", 2, 100, 300), range("esx-3.5", "limit", point, 5, 12),
                range("hyper-v-2008", "limit", point, 4, 4)));
        assertThat(page).contains("Over draws of costs", "<td>5 to 12</td>", "<td>4</td>");
        assertThat(page).contains("Costs within their ranges: over 20 draws 5 to 12 on VMware ESX 3.5.");
        assertThat(page(limits, List.of(range("esx-3.5", "limit", point, 9, 9))))
                .contains("Costs outside their ranges: none of 20 draws within them changes a limit.");
    }

    private static String lead(String page) {
        Matcher lead = LEAD.matcher(page);
        assertThat(lead.find()).isTrue();
        return lead.group(1).replace('\u00a0', ' ');
    }

    private static String title(String label) {
        return SampleResults.hostedVersusBareMetal().platforms().stream()
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow()
                .title();
    }

    private static String page(List<Results.Limit> limits, List<Results.DrawRange> ranges) {
        Results results = SampleLimits.with(SampleResults.hostedVersusBareMetal(), limits, ranges);
        String page = new String(Report.of(results, SampleResults.facts()).page(), StandardCharsets.UTF_8);
        return page.replaceAll(">\\s+<", "><");
    }

    private static Results.DrawRange range(String platform, String metric, int point, double low, double high) {
        return new Results.DrawRange(platform, "", point, "", metric, "", low, low, low, high, 20);
    }

    private static Results.Limit limit(String platform, String what, String outcome, long value, long low, long high) {
        return new Results.Limit(
                platform, "", "", "guests.load.count", what, 1, 16, outcome, value, low, high, 0.95, "", "", 250, 2000,
                "It carries what it carries.", outcome.equals("refused") ? List.of() : List.of(HOLDS));
    }

    private static Results with(Results results) {
        return SampleLimits.with(results, List.of(LIMIT), results.drawRanges());
    }
}
