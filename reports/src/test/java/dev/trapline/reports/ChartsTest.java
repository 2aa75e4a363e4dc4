package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.reports.chart.ChartDescription;
import dev.trapline.reports.chart.ChartDescription.Form;
import dev.trapline.reports.chart.ChartDescription.Series;
import dev.trapline.reports.chart.ChartPictures;
import dev.trapline.reports.chart.Charts;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Contenders;
import dev.trapline.reports.digest.Digest;
import dev.trapline.result.Results;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class ChartsTest {
    private static final Results SAMPLE = SampleResults.hostedVersusBareMetal();
    private static final Charts CHARTS = Charts.of(Digest.of(SAMPLE));

    @Test
    void throughputAndLatencyOfEachSettingWithErrorBars() {
        assertThat(CHARTS.overview().stream().map(ChartDescription::id))
                .containsExactly(
                        "throughput-1",
                        "latency-p50-1",
                        "latency-p95-1",
                        "latency-p99-1",
                        "throughput-2",
                        "latency-p50-2",
                        "latency-p95-2",
                        "latency-p99-2",
                        "throughput-3",
                        "latency-p50-3",
                        "latency-p95-3",
                        "latency-p99-3");
        ChartDescription web = CHARTS.overview().get(4);
        assertThat(web.form()).isEqualTo(Form.LINES);
        assertThat(web.positions()).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(web.x().ticks().stream().map(ChartDescription.Tick::label))
                .containsExactly("1", "2", "4", "8", "16");
        Series first = web.series().get(0);
        for (int i = 0; i < 5; i++) {
            assertThat(first.values().get(i))
                    .isStrictlyBetween(first.low().get(i), first.high().get(i));
        }
    }

    @Test
    void variantsShareAnInkAndHaveABandBetweenThem() {
        ChartDescription web = CHARTS.overview().get(4);
        assertThat(web.bands()).containsExactly(new ChartDescription.Band(4, 5));
        assertThat(web.series().get(4).ink()).isEqualTo(web.series().get(5).ink());
        assertThat(web.series().get(4).pattern())
                .isNotEqualTo(web.series().get(5).pattern());
    }

    @Test
    void aPlatformHasTheSameInkInAllCharts() {
        Map<String, Object> inks = new HashMap<>();
        CHARTS.all()
                .filter(chart -> chart.form() == Form.LINES || chart.form() == Form.CURVES)
                .flatMap(chart -> chart.series().stream())
                .forEach(series -> assertThat(inks.merge(series.name(), series.ink(), (kept, now) -> kept))
                        .isEqualTo(series.ink()));
        assertThat(inks).hasSize(6);
    }

    @Test
    void aPointThatDidNotRunIsAGap() {
        ChartDescription disk = CHARTS.overview().get(8);
        assertThat(disk.series().get(2).values().get(4)).isNull();
        assertThat(disk.series().get(2).values().get(3)).isNotNull();
    }

    @Test
    void thePartsOfABarAddUpToTheLedger() {
        ChartDescription web = CHARTS.timeOfRequests().get(1);
        double drawn = web.series().stream()
                .map(it -> it.values().get(0))
                .filter(Objects::nonNull)
                .mapToDouble(it -> it)
                .sum();
        double ledger = SAMPLE.ledgers().stream()
                .filter(it -> it.platform().equals("native")
                        && it.point() == 9
                        && it.ledger().equals("latency"))
                .mapToDouble(Results.LedgerRow::value)
                .sum();
        assertThat(drawn).isCloseTo(ledger, Offset.offset(1e-9));
        assertThat(web.series()).hasSizeLessThanOrEqualTo(11);
        assertThat(web.series().stream().map(Series::name)).anyMatch(name -> name.startsWith("other waiting ("));
    }

    @Test
    void allCoreTimeIsBusyOrIdle() {
        List<ChartDescription> all = CHARTS.cyclesOfCores().stream()
                .filter(chart -> chart.choice().equals("with idle time"))
                .toList();
        assertThat(all).hasSize(3);
        for (ChartDescription chart : all) {
            for (int bar = 0; bar < chart.positions().size(); bar++) {
                int at = bar;
                double sum = chart.series().stream()
                        .map(it -> it.values().get(at))
                        .filter(Objects::nonNull)
                        .mapToDouble(it -> it)
                        .sum();
                assertThat(Math.rint(sum * 1e6) / 1e6).isIn(0.0, 4000.0);
            }
        }
    }

    @Test
    void whereTheMachineIsTheLimitIsMarked() {
        ChartDescription web = CHARTS.overview().get(4);
        assertThat(web.marks()).isNotEmpty().allMatch(mark -> mark.words().equals("limited by cores"));
        assertThat(web.marks().stream().map(ChartDescription.Mark::series).distinct()).hasSameSizeAs(web.marks());
    }

    @Test
    void aCumulativeDistributionRises() {
        ChartDescription cumulative = CHARTS.distributions().get(1);
        assertThat(cumulative.id()).startsWith("cumulative-");
        assertThat(cumulative.positions()).isSorted();
        for (Series series : cumulative.series()) {
            assertThat(series.values().stream().filter(Objects::nonNull)).isSorted();
        }
    }

    @Test
    void axesHoldAllValues() {
        CHARTS.all()
                .forEach(chart -> chart.series()
                        .forEach(series -> series.values().stream()
                                .filter(Objects::nonNull)
                                .forEach(value -> assertThat(value)
                                        .as(chart.id())
                                        .isBetween(
                                                Math.min(0, chart.y().low()),
                                                chart.y().high()))));
    }

    @Test
    void platformsOfOneTitleAreToldApartByTheirLabels() {
        List<String> names = Contenders.of(SmallResults.twins()).all().stream()
                .map(Contender::name)
                .toList();
        assertThat(names).containsExactly("Xen (one)", "Xen (two)");
    }

    @Test
    void everyChartHasAPicture() throws IOException {
        Assumptions.assumeTrue(
                ChartPictures.obstacle().isEmpty(),
                () -> "pictures: " + ChartPictures.obstacle().orElseThrow());
        List<ChartDescription> charts = CHARTS.all().toList();
        Map<String, byte[]> pictures = ChartPictures.of(charts, 2);
        assertThat(pictures).hasSameSizeAs(charts);
        for (byte[] png : pictures.values()) {
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(600);
        }
    }

    @Test
    void picturesAreTheSameOnAnyNumberOfThreads() {
        Assumptions.assumeTrue(
                ChartPictures.obstacle().isEmpty(),
                () -> "pictures: " + ChartPictures.obstacle().orElseThrow());
        List<ChartDescription> charts = CHARTS.all().toList();
        ChartPictures.prepare();
        assertThat(ChartPictures.of(charts, 5)).containsExactlyEntriesOf(ChartPictures.of(charts, 1));
    }
}
