package dev.trapline.scenarios.expect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.declare.Values;
import dev.trapline.result.Results;
import dev.trapline.scenarios.check.Checker;
import dev.trapline.scenarios.check.References;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expectations about parts of ledgers. Natively a request takes 10 ms, all of it computing; on the other platform 16 ms:
 * 10 of computing, 4 of exits, 0.5 of their handling, 1.5 of waiting behind exits.
 */
final class LedgerExpectationsTest {
    private static final Rules RULES = new Rules(
            Map.of("expectation", (name, values) -> ExpectationShapes.check(values)), Map.of(), Map.of(), Optional.empty());
    private static final Names NAMES =
            new Names(List.of("load"), Set.of(), List.of("native", "trap"), Set.of("native"), List.of(""), Map.of(), List.of());

    private final Problems problems = new Problems();
    private final List<Results.LedgerRow> ledger = new ArrayList<>();

    LedgerExpectationsTest() {
        row("native", "latency", "guest-user", "compute", "service", "", 10);
        row("trap", "latency", "guest-user", "compute", "service", "", 10);
        row("trap", "latency", "hypervisor", "exit", "service", "", 4);
        row("trap", "latency", "hypervisor", "emulation", "service", "", 0.5);
        row("trap", "latency", "guest-kernel", "queue", "waiting", "hypervisor: exit", 1.5);
        row("native", "cycles", "guest-user", "compute", "service", "", 500);
        row("trap", "cycles", "guest-user", "compute", "service", "", 500);
        row("trap", "cycles", "hypervisor", "exit", "service", "", 200);
    }

    private void row(String platform, String ledgerName, String place, String mechanism, String kind, String occupier, double value) {
        ledger.add(new Results.LedgerRow(
                platform, "", 0, "load", "", ledgerName, place, mechanism, kind, occupier, value, "", value, value, 1));
    }

    private Results results() {
        List<Results.Metric> metrics = List.of(
                new Results.Metric("native", "", 0, "load", "", "throughput", "/s", 50, 50, 50, false, 0.95, 1, ""),
                new Results.Metric("trap", "", 0, "load", "", "throughput", "/s", 40, 40, 40, false, 0.95, 1, ""));
        return new Results(
                1, "s", "", "", "", "", "", null, Map.of(), List.of(), List.of(new Results.Point(0, Map.of())), metrics,
                List.of(), List.of(), List.of(), ledger, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), null);
    }

    private Expectations read(String text) {
        LocatedNode tree = YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        Optional<Object> values =
                new Checker(List.of(), References.UNRESOLVED, RULES, problems).check(ExpectationShapes.EXPECTATION, tree, "");
        Expectations.Reader reader = new Expectations.Reader(PublishedTables.none(), NAMES, problems);
        values.ifPresent(held -> reader.add((Values) held, tree, false));
        return reader.expectations();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4 ms       | metric: load.latency.mean, part: { mechanism: exit }",
        "4 ms       | metric: load.latency.mean, part: { place: hypervisor, mechanism: [exit, halt] }",
        "4.5 ms     | metric: load.latency.mean, part: { place: hypervisor }",
        "5.5 ms     | metric: load.latency.mean, part: [{ mechanism: exit }, { behind: 'hypervisor: exit' }]",
        "1.5 ms     | metric: load.latency.mean, part: { kind: waiting }",
        "25 %       | metric: load.latency.mean, part: { mechanism: exit }, share-of: whole",
        "66.6667 %  | metric: load.latency.mean, part: { mechanism: exit }, share-of: difference, relative-to: { platform: native }",
        "91.6667 %  | metric: load.latency.mean, part: [{ mechanism: exit }, { behind: 'hypervisor: exit' }], share-of: difference, relative-to: { platform: native }",
        "20 %       | metric: load.core-time, part: { mechanism: exit }",
        "70 %       | metric: load.core-time",
        "5 ms       | metric: load.core-time.per-request, part: { mechanism: exit }",
        "66.6667 %  | metric: load.core-time.per-request, part: { mechanism: exit }, share-of: difference, relative-to: { platform: native }",
        "1          | metric: load.latency.mean, part: { mechanism: compute }, relative-to: { platform: native }"
    })
    void aPartIsAFigureOfItsOwn(String value, String rest) {
        Results.Expectation found = read(
                "{ at: { platform: trap }, " + rest + ", value: " + value + ", within: 0.01 % }").evaluate(results()).get(0);
        assertThat(problems.list()).isEmpty();
        assertThat(found.met()).as(found.found()).isTrue();
    }

    @Test
    void anEntryThatOccursNowhereIsNoZero() {
        Results.Expectation found = read(
                "{ metric: load.latency.mean, part: { mechanism: exti }, at: { platform: trap }, at-most: 1 ms }")
                .evaluate(results())
                .get(0);
        assertThat(found.met()).isFalse();
        assertThat(found.found()).startsWith("no such figure, or no such entry of the ledger");
    }

    @Test
    void anEntryThatOccursElsewhereIsZeroHere() {
        assertThat(read("{ metric: load.latency.mean, part: { mechanism: exit }, at: { platform: native }, value: 0 ms, within: 1 % }")
                        .evaluate(results()))
                .allMatch(Results.Expectation::met);
        assertThat(read("{ metric: load.latency.mean, part: { mechanism: exit }, order: [native < trap] }").evaluate(results()))
                .allMatch(Results.Expectation::met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "metric: load.throughput, part: { mechanism: exit }, at-least: 1 ms | a 'part' is one of GROUP.latency.mean",
        "metric: load.latency.mean, share-of: whole, at-least: 1 % | 'share-of' needs the 'part'",
        "metric: load.latency.mean, part: { mechanism: exit }, share-of: difference, at-least: 1 % | needs 'relative-to'",
        "metric: load.latency.mean, part: { mechanisms: exit }, at-least: 1 % | unknown key 'mechanisms'"
    })
    void whatDoesNotFitIsRefused(String rest, String said) {
        read("{ " + rest + " }");
        assertThat(problems.list()).extracting(Problem::text).anySatisfy(text -> assertThat(text).contains(said));
    }
}
