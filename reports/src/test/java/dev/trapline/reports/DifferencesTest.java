package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Explanation;
import dev.trapline.result.Results;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What makes a difference adds up to it, and causes are named in order of size. */
final class DifferencesTest {
    private static final int WEB_AT_16 = 9;
    private static final Results SAMPLE = SampleResults.hostedVersusBareMetal();

    @Test
    void thePartsAddUpToTheDifferenceOfTheMeans() {
        List<Explanation> all = IntStream.range(0, 15)
                .boxed()
                .flatMap(point -> Explanation.of(Digest.of(SAMPLE), point).stream())
                .toList();
        assertThat(all).hasSize(5 * 15 - 1).allMatch(Explanation::addsUp);
    }

    @Test
    void aPartThatIsMissingIsSeen() {
        List<Results.LedgerRow> rows = new ArrayList<>(SAMPLE.ledgers());
        rows.removeIf(row -> row.point() == WEB_AT_16 && row.mechanism().equals("emulation") && row.ledger().equals("latency"));
        Results broken = SmallResults.withLedgers(SAMPLE, rows);
        assertThat(Explanation.of(Digest.of(broken), WEB_AT_16).stream()
                        .filter(it -> it.contender().platform().startsWith("virtual-server")))
                .noneMatch(Explanation::addsUp);
        String page = new String(Report.of(broken, SampleResults.facts()).page(), StandardCharsets.UTF_8);
        assertThat(page).contains("class=\"check fails\"");
    }

    @Test
    void aLongerQueueIsPutDownToWhatCameOnTop() {
        Explanation hosted = Explanation.of(Digest.of(SAMPLE), WEB_AT_16).stream()
                .filter(it -> it.contender().name().endsWith("unoptimised"))
                .findFirst()
                .orElseThrow();
        assertThat(hosted.causes().get(0).words()).isEqualTo("world-switch (hypervisor)");
        assertThat(hosted.causes().get(0).waiting()).isPositive();
        assertThat(hosted.causes().stream().filter(it -> it.mechanism().equals("compute")))
                .allMatch(it -> it.waiting() == 0);
        assertThat(hosted.causes().stream().map(it -> -Math.abs(it.sum()))).isSorted();
    }
}
