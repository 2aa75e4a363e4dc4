package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says of streams and of several hosts. */
final class HostsAndLimitsTest {
    private static String page(List<Results.Metric> more) {
        List<Results.Metric> metrics = new ArrayList<>(SmallResults.withoutAxes().metrics());
        metrics.addAll(more);
        Results results = SmallResults.withMetrics(SmallResults.withoutAxes(), metrics);
        return new String(Report.of(results, SampleResults.facts()).page(), StandardCharsets.UTF_8);
    }

    private static Results.Metric words(String guest, String metric, String text) {
        return new Results.Metric("xen", "", 0, guest, "", metric, "", 0, 0, 0, false, 0.95, 5, text);
    }

    private static Results.Metric share(String metric, double percent) {
        return new Results.Metric("xen", "", 0, "", "", metric, "%", percent, percent, percent, false, 0.95, 5, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "link 0                   | the link (interface 0)",
        "window                   | the window",
        "cpu: domain-0 vcpu 0     | CPU (domain-0 vcpu 0)",
        "cpu: all cores           | CPU (all cores)",
        "offered load             | what is offered",
    })
    void whatLimitsAStreamIsSaidInRankingTableAndNumbers(String limit, String inWords) {
        String page = page(List.of(
                words("load", "limited-by", limit), words("", "limited-by", "load"), share("core.utilization", 50)));
        assertThat(section(page, "ranking")).contains("<small>limited by " + inWords + "</small>");
        assertThat(section(page, "utilization")).contains("Streams limited by").contains("<td>" + inWords + "</td>");
        assertThat(section(page, "numbers")).contains(inWords);
    }

    @Test
    void whoHasNoStreamsHasNoColumnForThem() {
        String page = page(List.of(words("", "limited-by", "cores"), share("core.utilization", 99)));
        assertThat(section(page, "ranking")).doesNotContain("limited by");
        assertThat(section(page, "utilization")).contains(">cores<").doesNotContain("Streams limited by");
    }

    @Test
    void eachHostHasATableAndChartsOfItsOwn() {
        String page = page(List.of(
                share("hosts.front.core.utilization", 71.5),
                share("hosts.front.disk.utilization", 3),
                words("", "hosts.front.limited-by", "cores"),
                share("hosts.back-up.core.utilization", 12.5),
                words("", "hosts.back-up.limited-by", "load"),
                words("", "limited-by", "front: cores")));
        String machines = section(page, "utilization");
        assertThat(machines).contains("<h3>host front</h3>", "<h3>host back-up</h3>", "71.5", "12.5", "the load itself");
        assertThat(machines).contains("Cores busy of host front (%)", "Cores busy of host back-up (%)");
        assertThat(section(page, "numbers")).contains("front core busy", "back-up core busy");
    }

    private static String section(String page, String id) {
        int from = page.indexOf("<section id=\"" + id + "\"");
        assertThat(from).as(id).isPositive();
        return page.substring(from, page.indexOf("</section>", from));
    }
}
