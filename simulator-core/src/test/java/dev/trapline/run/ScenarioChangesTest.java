package dev.trapline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.ResultComparison.Change;
import org.junit.jupiter.api.Test;

/** What differs between two scenarios is said by key, wherever lines came in or went. */
final class ScenarioChangesTest {
    private static final String SCENARIO = """
            scenario: one
            guests:
              - { name: load, count: 4, cores: [0, 1] }
              - name: web
                count: 2
                memory: 512 MiB
            run: { seed: 42, duration: 20 s }
            limits: check
            """;

    @Test
    void theSameHasNoChanges() {
        assertThat(ScenarioChanges.between(SCENARIO, SCENARIO)).isEmpty();
    }

    @Test
    void valuesInOneLineAreToldApart() {
        String other = SCENARIO.replace("count: 4, cores: [0, 1]", "count: 8, cores: [0, 1], weight: 2").replace("20 s", "5 s");
        assertThat(ScenarioChanges.between(SCENARIO, other))
                .containsExactly(
                        new Change("guests.load.count", "4", "8"),
                        new Change("guests.load.weight", "", "2"),
                        new Change("run.duration", "20 s", "5 s"));
    }

    @Test
    void aLineMoreDoesNotChangeThoseBehindIt() {
        String other = SCENARIO.replace("scenario: one\n", "scenario: one\nquestion: why?\n").replace("    count: 2\n", "");
        assertThat(ScenarioChanges.between(SCENARIO, other))
                .containsExactly(
                        new Change("scenario", "", "question: why?"), new Change("guests.web", "count: 2", ""));
    }

    @Test
    void anItemMoreIsOne() {
        String other = SCENARIO.replace("  - name: web\n", "  - { name: new }\n  - name: web\n");
        assertThat(ScenarioChanges.between(SCENARIO, other)).containsExactly(new Change("guests", "", "{ name: new }"));
        assertThat(ScenarioChanges.between(SCENARIO, ""))
                .hasSize(8)
                .allMatch(change -> change.second().isEmpty());
    }

    /** No table of 9,000 times 9,000, and no line that is the same as its counterpart. */
    @Test
    void manyLinesAreMatchedByTheirOrder() {
        String some = "a: 0\n" + "same: 1\nother: 2\n".repeat(4_500) + "z: 0\n";
        String other = some.replace("a: 0", "a: 1").replace("z: 0", "z: 1\nmore: 3");
        assertThat(ScenarioChanges.between(some, other))
                .containsExactly(
                        new Change("scenario", "a: 0", "a: 1"),
                        new Change("scenario", "z: 0", "z: 1"),
                        new Change("scenario", "", "more: 3"));
    }

    @Test
    void quotedTextIsNotTakenApart() {
        assertThat(ScenarioChanges.between(
                        "run: { title: \"one, two: three} it\\\" is\", note: 'a, b', seed: 1 }\n",
                        "run: { title: \"one, two: three} it\\\" is\", note: 'a, c: d', seed: 2 }\n"))
                .containsExactly(new Change("run.note", "'a, b'", "'a, c: d'"), new Change("run.seed", "1", "2"));
    }
}
