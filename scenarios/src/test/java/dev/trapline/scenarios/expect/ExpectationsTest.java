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
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationsTest {
    private static final Rules RULES = new Rules(
            Map.of("expectation", (name, values) -> ExpectationShapes.check(values)), Map.of(), Map.of(), Optional.empty());

    private static final Names NAMES = new Names(
            List.of("load", "m"),
            Set.of(),
            List.of("native", "metal", "hosted", "xen"),
            Set.of("native"),
            List.of("", "slow", "fast"),
            Map.of("guests.load.count", List.of("1", "2")),
            List.of());

    private final List<Results.Metric> metrics = new ArrayList<>();

    /** Two counts; native, bare metal, and a hosted product with two variants. */
    ExpectationsTest() {
        for (int point = 0; point < 2; point++) {
            row("native", "", point, "load", "throughput", "/s", 100 + 90 * point, 1);
            row("metal", "", point, "load", "throughput", "/s", 90 + 80 * point, 2);
            row("hosted", "slow", point, "load", "throughput", "/s", 50, 1);
            row("hosted", "fast", point, "load", "throughput", "/s", 60 + 40 * point, 1);
            row("native", "", point, "load", "latency.p95", "ms", 20 - point, 1);
            row("native", "", point, "", "core.idle", "%", 80 - 40 * point, 1);
        }
    }

    private void row(String platform, String variant, int point, String guest, String metric, String unit, double mean, double half) {
        metrics.add(new Results.Metric(
                platform, variant, point, guest, "", metric, unit, mean, mean - half, mean + half, true, 0.95, 5, ""));
    }

    private void words(String platform, String metric, String text) {
        metrics.add(new Results.Metric(platform, "", 0, "load", "", metric, "", 0, 0, 0, false, 0.95, 5, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | native | link",
        "true  | native | link 0",
        "false | native | window",
        "true  | metal  | cpu",
        "true  | metal  | 'cpu: domain-0'",
        "true  | metal  | 'cpu: domain-0 vcpu 0'",
        "false | metal  | 'cpu: domain-1'",
        "false | metal  | 'cpu: dom'",
    })
    void words(boolean met, String platform, String is) {
        words("native", "limited-by", "link 0");
        words("metal", "limited-by", "cpu: domain-0 vcpu 0");
        Results.Expectation found = found("{ metric: load.limited-by, at: { platform: " + platform + " }, is: '" + is + "' }");
        assertThat(found.met()).isEqualTo(met);
        assertThat(found.found()).startsWith(platform + " at ").contains(platform.equals("native") ? ": link 0" : ": cpu: domain-0 vcpu 0");
    }

    @Test
    void aNumberHasNoWords() {
        Results.Expectation found = found("{ metric: load.throughput, at: { platform: native, guests.load.count: 1 }, is: link }");
        assertThat(found.met()).isFalse();
        assertThat(found.found()).contains("a number, no words");
    }

    private Results results() {
        String path = "guests.load.count";
        return new Results(
                1, "s", "", "", "", "", "", null, Map.of(path, List.of("1", "2")), List.of(),
                List.of(new Results.Point(0, Map.of(path, "1")), new Results.Point(1, Map.of(path, "2"))), metrics,
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Results.Unsupported("xen", 0, "load", "too-wide", "", "", "", "It does not run.", false)),
                List.of(), List.of(), null);
    }

    private static Expectations read(String text, Problems problems) {
        LocatedNode tree = YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        Optional<Object> values =
                new Checker(List.of(), References.UNRESOLVED, RULES, problems).check(ExpectationShapes.EXPECTATION, tree, "");
        Expectations.Reader reader = new Expectations.Reader(PublishedTables.none(), NAMES, problems);
        values.ifPresent(held -> reader.add((Values) held, tree, false));
        return reader.expectations();
    }

    private Results.Expectation found(String text) {
        Problems problems = new Problems();
        Expectations expectations = read(text, problems);
        assertThat(problems.list()).isEmpty();
        return expectations.evaluate(results()).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | at: { platform: native, guests.load.count: 1 }, value: 101 /s, within: 2 %",
        "true  | at: { platform: native, guests.load.count: 1 }, value: 6060 /min, within: 2 %",
        "false | at: { platform: native, guests.load.count: 1 }, value: 110 /s, within: 2 %",
        "false | at: { platform: native, guests.load.count: 1 }, value: 100 ms, within: 2 %",
        "false | at: { platform: native }, value: 100 /s, within: 2 %",
        "false | at: { platform: hosted, guests.load.count: 1 }, value: 50 /s, within: 2 %",
        "true  | at: { platform: hosted, variant: slow }, value: 50 /s, within: 2 %",
        "false | at: { platform: xen }, value: 50 /s, within: 2 %",
        "true  | at: { platform: hosted }, at-least: 50 /s",
        "false | at: { platform: hosted }, at-least: 51 /s",
        "true  | at: { platform: hosted }, at-least: 50 /s, at-most: 100 /s",
        "false | at: { platform: hosted }, at-most: 99 /s",
        "true  | order: [hosted < metal]",
        "true  | order: [hosted < metal < native]",
        "false | order: [native < metal]",
        "true  | at: { variant: slow }, order: [hosted < native]",
        "false | order: [hosted < xen]",
        "true  | at: { platform: native }, shape: rising over guests.load.count",
        "false | shape: rising over guests.load.count",
        "true  | at: { variant: slow }, shape: flat over guests.load.count",
        "false | at: { platform: metal }, shape: flat over guests.load.count",
        "false | at: { platform: metal }, shape: falling over guests.load.count",
        "false | at: { guests.load.count: 1 }, shape: rising over guests.load.count"
    })
    void expectationsHoldForAllThatTheyName(boolean met, String rest) {
        assertThat(found("{ metric: load.throughput, " + rest + " }").met()).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | at: { platform: metal, guests.load.count: 1 }, relative-to: { platform: native }, value: 90 %, within: 1 %",
        "true  | at: { platform: metal, guests.load.count: 1 }, relative-to: { platform: native }, value: 0.9, within: 1 %",
        "false | at: { platform: metal, guests.load.count: 1 }, relative-to: { platform: native }, value: 95 %, within: 1 %",
        "true  | at: { guests.load.count: 2, variant: fast }, relative-to: { guests.load.count: 1 }, at-least: 1.66, at-most: 1.67",
        "true  | at: { platform: native, guests.load.count: 2 }, relative-to: { guests.load.count: 1 }, value: 1.9, within: 0.1 %",
        "true  | at: { guests.load.count: 1 }, relative-to: { platform: native }, at-least: 0.5, at-most: 0.9",
        "false | at: { platform: metal, guests.load.count: 1 }, relative-to: { platform: hosted }, at-least: 0",
        "true  | at: { platform: metal, guests.load.count: 1 }, relative-to: { platform: hosted, variant: slow }, value: 1.8, within: 1 %"
    })
    void aFigureCanBeARatioToItsLikeElsewhere(boolean met, String rest) {
        assertThat(found("{ metric: load.throughput, " + rest + " }").met()).isEqualTo(met);
    }

    @Test
    void otherMetricsAndUnits() {
        assertThat(found("{ metric: load.latency.p95, shape: falling over guests.load.count }").met()).isTrue();
        assertThat(found("{ metric: load.latency.p95, at: { guests.load.count: 1 }, value: 0.02 s, within: 1 % }").met()).isTrue();
        assertThat(found("{ metric: core.idle, at: { guests.load.count: 1 }, value: 85 %, within: 6 points }").met()).isTrue();
        assertThat(found("{ metric: core.idle, at: { guests.load.count: 1 }, value: 87 %, within: 6 points }").met()).isFalse();
    }

    @Test
    void whatWasFoundIsSaid() {
        assertThat(found("{ metric: load.throughput, at: { platform: native, guests.load.count: 1 }, value: 110 /s, within: 2 %, note: n }"))
                .isEqualTo(new Results.Expectation(
                        "{ metric: load.throughput, at: { platform: native, guests.load.count: 1 }, value: 110 /s, within: 2 % }",
                        "f.yaml:1:1",
                        false,
                        "native at guests.load.count 1: 100 +- 1 /s, 9.1 % below"));
        assertThat(found("{ metric: load.throughput, at: { platform: xen }, at-least: 1 /s }").found())
                .isEqualTo("no such figure: It does not run.");
        assertThat(found("{ metric: load.throughput, order: [metal < hosted] }").found())
                .contains("metal at guests.load.count 1: 90 +- 2 /s is not below hosted's 50 +- 1 /s");
        assertThat(found("{ metric: load.throughput, order: [hosted < metal] }").found()).isEqualTo("in order in all 4 comparisons");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "value: 3 /s", "within: 10 %", "value: 3 /s, within: 10", "value: 3 /s, within: 10 parts", "order: [a]", "order: [a < ]",
        "shape: rising", "shape: growing over x", "value: 3 /s, within: 1 %, order: [a < b]", "at: {}"
    })
    void whatIsNoExpectationIsRefused(String rest) {
        Problems problems = new Problems();
        read("{ metric: m.throughput, " + rest + " }", problems);
        assertThat(problems.list()).extracting(Problem::text).isNotEmpty();
    }

    /** Refused at one of the two counts, and by that rule only. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true  | refused by too-wide | { unsupported: too-wide, at: { platform: xen, guests.load.count: 1 } }",
        "false | supported | { unsupported: too-wide, at: { platform: xen, guests.load.count: 2 } }",
        "true  | supported | { unsupported: none, at: { platform: xen, guests.load.count: 2 } }",
        "false | refused by too-wide, or not everywhere | { unsupported: too-wide, at: { platform: xen } }",
        "false | refused by too-wide, or not everywhere | { unsupported: none, at: { platform: xen } }",
        "false | refused by too-wide, or not everywhere | { unsupported: too-many, at: { platform: xen, guests.load.count: 1 } }",
        "true  | supported | { unsupported: none, at: { platform: metal } }",
    })
    void aRuleMayRefuseWhatIsAsked(boolean met, String found, String text) {
        Results.Expectation expectation = found(text);
        assertThat(expectation.met()).isEqualTo(met);
        assertThat(expectation.found()).isEqualTo(found);
    }
}
