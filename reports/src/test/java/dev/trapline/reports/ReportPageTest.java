package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReportPageTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final Pattern LOADS = Pattern.compile(
            "<(?:img|script|iframe|object|embed|source|video|audio)\\b[^>]*\\b(?:src|data)\\s*=\\s*\"(?!data:image/png;base64,)"
                    + "|<link\\b|<base\\b"
                + "|@import|url\\(",
            Pattern.CASE_INSENSITIVE);

    @Test
    void theVerdictComesBeforeEverythingElse() {
        String page = page(SampleResults.hostedVersusBareMetal());
        String body = page.substring(page.indexOf("<body>"));
        assertThat(body.indexOf("Is Virtual Server 2005 really"))
                .isPositive()
                .isLessThan(body.indexOf("carries 0.21 to 0.40 of native"));
        assertThat(body.indexOf("carries 0.21 to 0.40 of native")).isLessThan(body.indexOf("id=\"ranking\""));
        List<Integer> places = Stream.of(
                        "verdict",
                        "ranking",
                        "growth",
                        "time",
                        "distribution",
                        "utilization",
                        "numbers",
                        "unsupported",
                        "expectations",
                        "assumptions",
                        "reading")
                .map(section -> body.indexOf("<section id=\"" + section + "\""))
                .toList();
        assertThat(places).isSorted().allMatch(place -> place > 0);
        assertThat(body).contains("in 20 of 20 draws");
    }

    @Test
    void namesAreTextWhereverTheyStand() {
        Results hostile = SampleResults.named(SCRIPT);
        String page = page(hostile);
        assertThat(page).doesNotContain(SCRIPT).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(count(page, "<script")).isEqualTo(3);
    }

    @Test
    void hostileTextInEveryFieldDoesNoHarm() {
        String page = page(HostileResults.with("\"'><img src=x onerror=alert(1)>" + SCRIPT));
        assertThat(page).doesNotContain("<img src=x").doesNotContain(SCRIPT);
        assertThat(count(page, "<script")).isEqualTo(3);
    }

    @Test
    void nothingIsLoadedFromOutside() {
        String page = page(SampleResults.hostedVersusBareMetal());
        Matcher loads = LOADS.matcher(withoutScripts(page));
        assertThat(loads.find()).as(() -> "loads " + loads.group()).isFalse();
        assertThat(page).contains("default-src &#39;none&#39;").doesNotContain("javascript:alert");
    }

    @Test
    void sourcesAreLinkedOnlyIfTheyAreOnTheWeb() {
        assertThat(page(SampleResults.hostedVersusBareMetal()))
                .contains("href=\"https://doi.org/10.1145/1168857.1168860\"")
                .doesNotContain("javascript:");
    }

    @Test
    void aRunWithoutComparisonsHasAPageToo() {
        String page = page(SmallResults.bare());
        assertThat(page).contains("Nothing was compared").contains("Quick mode").doesNotContain("id=\"ranking\"");
    }

    @Test
    void pointsThatDoNotGrowAreBars() {
        assertThat(page(SmallResults.withoutAxes()))
                .contains("<figure class=\"bars ")
                .doesNotContain("<figure class=\"lines ");
    }

    @Test
    void unknownNumbersAreNeverPrinted() {
        assertThat(withoutScripts(page(SampleResults.hostedVersusBareMetal())))
                .doesNotContain("NaN")
                .doesNotContain("Infinity")
                .doesNotContain(">null<");
    }

    private static String page(Results results) {
        return new String(Report.of(results, SampleResults.facts()).page(), StandardCharsets.UTF_8);
    }

    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script>.*?</script>", "").replaceAll("base64,[A-Za-z0-9+/=]+", "base64,");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
