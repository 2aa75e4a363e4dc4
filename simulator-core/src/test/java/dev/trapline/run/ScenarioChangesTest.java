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
}
