package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page claims no more in words than the results hold. */
final class StatementsTest {
    private static final Results FLAT = SmallResults.withoutAxes();

    @Test
    void aBoundIsKeptOnlyIfItWasComparedWithAFigure() {
        Results.Bound unseen = bound("xen", 0, "other", 50);
        String page = page(FLAT.withBounds(List.of(bound("native", 0, "load", 110), bound("xen", 0, "load", 50), unseen)));
        assertThat(page).contains("3 of 3 cases have bounds");
        assertThat(page).contains("2 compared with the simulation, which keeps 1 and passes 1; 1 without a");
        assertThat(page).contains(">kept<", ">passed<", ">no figure<").doesNotContain("exact solution");
        assertThat(page).contains("None has a product-form solution too");
        assertThat(page(FLAT.withBounds(List.of(unseen)))).contains("the simulation has a figure for none of them");
    }

    /** However many cases there are, and wherever it is passed. */
    @Test
    void aBoundThatIsPassedHasARow() {
        List<Results.Bound> many = new ArrayList<>(Collections.nCopies(250, bound("native", 0, "load", 110)));
        many.add(bound("xen", 0, "load", 50));
        String page = page(FLAT.withBounds(many));
        assertThat(page).contains("<small>200 rows</small>", ">passed<");
        assertThat(page).contains("51 more cases, none of which passes a bound, are in results.json: the rest had no room here.");
        Results sample = SampleResults.hostedVersusBareMetal();
        String elsewhere = page(sample.withBounds(List.of(bound("native", 1, "load", 1e-3), bound("native", 2, "load", 1e9))));
        assertThat(elsewhere).contains(">passed<", "1 more case, none of which passes a bound, is in results.json: here stand");
    }

    @Test
    void whatIsNotDecidedIsNotCalledNoDifference() {
        Results open = with(FLAT, List.of(verdict("not decided by known costs"), verdict("no difference shown")), List.of());
        assertThat(page(open)).contains("for any of Xen; 1 of 2 comparisons is not decided by known costs.");
        Results none = with(FLAT, List.of(verdict("no difference shown")), List.of());
        assertThat(page(none)).contains("for any of Xen.");
    }

    @Test
    void theSameBytesNeedTheSameOptions() {
        assertThat(page(FLAT)).contains("the same bytes again, with the options that this run had (--with-bounds adds rows)");
    }

    @Test
    void replicationsAreThoseThatWereMade() {
        assertThat(page(FLAT)).contains("5 replications of 20 simulated seconds; intervals cover");
        List<Results.Metric> metrics = Stream.of(5, 17)
                .map(it -> new Results.Metric(
                        it == 5 ? "native" : "xen", "", 0, "load", "", "throughput", "/s", 100, 99, 101, true, 0.95, it, ""))
                .toList();
        Results precise = with(SmallResults.withMetrics(FLAT, metrics), List.of(verdict("no difference shown")), List.of());
        assertThat(page(precise))
                .contains("5 to 17 replications of 20 simulated seconds; intervals cover", "intervals over 5 to 17 replications");
    }

    @Test
    void stepsStandBesideTheFigures() {
        Results sample = SampleResults.hostedVersusBareMetal();
        String page = page(with(sample, sample.verdicts(), List.of(
                new Results.Step("native", "", 1, 0, "load", "throughput", 1.94, 1.9, 1.98, "better", 12))));
        assertThat(page).contains("to the point before <small>throughput</small>");
        assertThat(page).contains("data-order=\"1.94\">1.94 (1.90\u20131.98) <span class=\"ratio better\">better</span></td>");
        assertThat(page(sample)).doesNotContain("to the point before");
    }

    @Test
    void spinningIsCoreTimeOfAllCores() {
        List<Results.LedgerRow> rows = new ArrayList<>(SampleResults.hostedVersusBareMetal().ledgers());
        rows.add(new Results.LedgerRow(
                "native", "", 4, "load", "", "cycles", "guest", "idle spin", "service", "", 2500, "core-ms/s", 2500, 2500, 1));
        assertThat(page(SmallResults.withLedgers(SampleResults.hostedVersusBareMetal(), rows)))
                .contains("500 ms of core time per second)")
                .doesNotContain("ms of each second");
    }

    private static Results.Bound bound(String platform, int point, String guest, double most) {
        return new Results.Bound(platform, "", point, guest, true, most, 0, "cores", false, 0, 0, "", List.of());
    }

    private static Results.Verdict verdict(String word) {
        return new Results.Verdict(
                "xen", "", "", 0, "load", "throughput", "native", 0.9, 1.1, word, "", 0, 0, "It is so.", List.of());
    }

    private static String page(Results results) {
        return new String(Report.of(results, SampleResults.facts()).page(), StandardCharsets.UTF_8);
    }

    private static Results with(Results it, List<Results.Verdict> verdicts, List<Results.Step> steps) {
        return new Results(
                it.formatVersion(), it.scenario(), it.question(), it.version(), it.scenarioHash(), it.catalogueHash(),
                it.resolvedScenario(), it.settings(), it.axes(), it.platforms(), it.points(), it.metrics(), it.differences(),
                it.percentiles(), it.series(), it.ledgers(), verdicts, it.survivals(), it.limits(), it.assumptions(), it.sources(),
                it.unsupported(), it.expectations(), it.warnings(), it.fingerprints(), it.ranks(), it.drawRanges(), it.samples(),
                it.bounds(), steps);
    }
}
