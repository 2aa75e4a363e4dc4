package dev.trapline.scenarios.check;

import static dev.trapline.declare.Shape.count;
import static dev.trapline.declare.Shape.optional;
import static dev.trapline.declare.Shape.required;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.declare.Component;
import dev.trapline.declare.Components;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Measured;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.random.Distributions;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckerTest {
    private static final Components<String> SCHEDULERS = new Components<>("type", List.of(
            component("round-robin", optional("slice", Shape.time(1, 1e12), 10L, "Slice.")),
            component("credit", required("tick", Shape.time(1, 1e12), "Tick."))));

    private static final Components<String> STAGES = new Components<>("stage", List.of(
            component("stage", required("stage", Shape.text(), "Name."), required("cost", Shape.text(), "Cost.")),
            component("notify", required("notify", Shape.choice("interrupt", "event-channel"), "How."))));

    private static final Shape ITEM = Shape.fields("item", "An item.", required("x", Shape.ratio(), "X."));
    private static final Shape NAMED = Shape.fields("one", "One.", required("name", Shape.text(), "Name."));

    private static final Shape THING = Shape.fields(
            "thing",
            "A thing.",
            required("name", Shape.text(), "Its name."),
            optional("vcpus", count(1, 8), 1L, "How many."),
            optional("wait", new Shape.Draws(Dimension.TIME, 0, 1e15), null, "How long."),
            optional("amount", new Shape.Quantity(List.of(Dimension.CYCLES, Dimension.TIME), 0, 9e15), null, "How much."),
            optional("on", Shape.flag(), false, "Whether."),
            optional("per", Shape.either(count(1, 99), Shape.choice("per-core")), null, "Per what."),
            optional("bits", Shape.either(Shape.text(), Shape.listOf(Shape.text())), null, "Which."),
            optional("scheduler", SCHEDULERS.shape(), null, "Who decides."),
            optional("path", Shape.listOf(STAGES.keyedShape()), null, "The way."),
            optional("inner", Shape.mapOf(ITEM), null, "Inner."),
            optional("things", new Shape.ListOf(NAMED, "name"), null, "Named."));

    private static final Rules RULES = new Rules(
            Map.of("item", (name, values) -> {
                if (values.number("x") == 0.5) {
                    throw new IllegalArgumentException("x of " + name + " must not be a half");
                }
            }),
            Map.of("thing.objective", "it comes with a later version"),
            Map.of("thing.wait", "auto"),
            Optional.empty());

    private static Component<String> component(String name, Shape.Key... keys) {
        return new Component<>(name, "A " + name + ".", "", List.of(keys), values -> name);
    }

    private final Problems problems = new Problems();

    private Values values(String text) {
        Optional<Object> checked = check(text);
        assertThat(problems.list()).isEmpty();
        return (Values) checked.orElseThrow();
    }

    private Optional<Object> check(String text) {
        LocatedNode tree = YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        return new Checker(Distributions.all(), References.UNRESOLVED, RULES, problems).check(THING, tree, "");
    }

    private List<String> refused(String text) {
        assertThat(check(text)).isEmpty();
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void valuesAreHeldAsTheirShapesSay() {
        Values values = values("name: x\nwait: 30 ms\namount: 2.5 cycles\non: true\nper: per-core\nbits: [a, b]\n"
                + "scheduler: { type: round-robin }\npath: [{ notify: interrupt }, { stage: s, cost: c }]\n"
                + "inner: { a: { x: 7 % } }\n");
        assertThat(values.count("vcpus")).isEqualTo(1);
        assertThat(values.draws("wait")).isEqualTo(DrawnQuantity.constant(Dimension.TIME, 30e9));
        assertThat(values.measured("amount")).isEqualTo(new Measured(Dimension.CYCLES, 2500));
        assertThat(values.flag("on")).isTrue();
        assertThat(values.text("per")).isEqualTo("per-core");
        assertThat(values.list("bits", String.class)).containsExactly("a", "b");
        assertThat(values.values("scheduler").whole("slice")).isEqualTo(10);
        assertThat(values.list("path", Values.class)).hasSize(2);
        assertThat(values.values("inner").values("a").number("x")).isEqualTo(0.07);
        assertThat(values.has("things")).isFalse();
    }

    @Test
    void distributionsAreReadWithTheirDefaults() {
        Values values = values("name: x\nwait: { empirical: { values: [30 ms, 1 s] } }\n");
        assertThat(values.draws("wait")).isEqualTo(new DrawnQuantity(
                Dimension.TIME, "empirical", new TreeMap<>(Map.of("values", new double[] {30e9, 1e12}, "weights", new double[] {1}))));
    }

    @Test
    void allProblemsAreReportedAtOnceWithPlacePathRuleAndValue() {
        assertThat(refused("nam: x\nvcpus: 9\nwait: 30\non: yes\nscheduler: { type: round-robbin }\npath: [{ notify: interupt, cost: c }]\n"
                        + "inner: { a: { x: 7 }, b: { x: 50 % } }\n"))
                .containsExactly(
                        "f.yaml:1:1: unknown key 'nam' (did you mean 'name'?)",
                        "f.yaml:1:1: missing key 'name': Its name.",
                        "f.yaml:2:8: vcpus: must be between 1 and 8, got '9'",
                        "f.yaml:3:7: wait: a unit is due: expected a time such as '30 ms', got '30'",
                        "f.yaml:4:5: on: expected true or false, got 'yes'",
                        "f.yaml:5:20: scheduler.type: must be round-robin or credit, got 'round-robbin' (did you mean 'round-robin'?)",
                        "f.yaml:6:18: path[1].notify: must be interrupt or event-channel, got 'interupt' (did you mean 'interrupt'?)",
                        "f.yaml:6:28: path[1]: unknown key 'cost'; known are notify",
                        "f.yaml:7:18: inner.a.x: a unit is due: expected a percentage such as '7 %', got '7'",
                        "f.yaml:7:26: inner.b: x of b must not be a half");
    }

    @Test
    void knownButUnbuiltKeysAndWordsSaySo() {
        assertThat(refused("name: x\nobjective: faster\nwait: auto\n")).containsExactly(
                "f.yaml:2:1: objective: is known but not built yet: it comes with a later version",
                "f.yaml:3:7: wait: 'auto' is known but not built yet");
    }

    @Test
    void distributionsAreChecked() {
        assertThat(refused("name: x\nwait: { lognorml: { mean: 1 s } }\n").get(0)).contains("(did you mean 'lognormal'?)");
    }

    @Test
    void distributionArgumentsAreChecked() {
        assertThat(refused("name: x\nwait: { lognormal: { mean: 0 s, cv: 1 %, sd: 1 } }\n")).hasSize(3);
    }

    @Test
    void distributionsMayRefuseWhatDoesNotFitTogether() {
        assertThat(refused("name: x\nwait: { empirical: { values: [] } }\n"))
                .containsExactly("f.yaml:2:20: wait.empirical: values must be 1 to 100000, got 0.");
    }

    @Test
    void wrongFormsAreReported() {
        assertThat(refused("name: [x]\nvcpus: {}\nbits: {}\npath: x\ninner: []\nscheduler: x\nthings: [{name: a}, {name: a}]\nper: x\namount:\n"))
                .containsExactly(
                        "f.yaml:1:7: name: expected text, got a list",
                        "f.yaml:2:8: vcpus: expected a whole number such as '4', got a mapping",
                        "f.yaml:3:7: bits: expected text or a list, got a mapping",
                        "f.yaml:4:7: path: expected a list, got 'x'",
                        "f.yaml:5:8: inner: expected a mapping, got a list",
                        "f.yaml:6:12: scheduler: expected a mapping, got 'x'",
                        "f.yaml:7:21: things: names must differ, got 'a' twice",
                        "f.yaml:8:6: per: expected a whole number such as '4' or 'per-core', got 'x'",
                        "f.yaml:9:8: amount: expected a number of cycles such as '4000 cycles' or a time such as '30 ms', got nothing");
    }
}
