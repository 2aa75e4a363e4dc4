package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.measure.Growth.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An open M/M/1 in one run from empty, over a hundred seeds. */
class GrowthTest {
    private static final int LOOKS = 200;

    @Test
    void overloadIsFoundInEverySeed() {
        assertThat(outcomes(1.05, 50_000)).isEqualTo(Map.of(Outcome.GROWS, 100));
    }

    @Test
    void heavyLoadIsNeverCalledOverload() {
        Map<Outcome, Integer> outcomes = outcomes(0.95, 50_000);
        assertThat(outcomes).doesNotContainKey(Outcome.GROWS);
        assertThat(outcomes.get(Outcome.SETTLED)).isGreaterThan(80);
    }

    /** A tenth of the time, and less: most runs at 1.05 cannot be told from chance, and hardly one at 0.95 is called settled. */
    @Test
    void shortRunsThatCannotTellSaySo() {
        assertThat(outcomes(1.05, 5_000).getOrDefault(Outcome.SETTLED, 0)).isZero();
        assertThat(outcomes(1.05, 500).get(Outcome.CANNOT_TELL)).isGreaterThanOrEqualTo(97);
        assertThat(outcomes(0.95, 5_000).getOrDefault(Outcome.CANNOT_TELL, 0)).isGreaterThan(90);
    }

    @Test
    void lightLoadIsToldFromFewRequests() {
        assertThat(outcomes(0.3, 5_000)).isEqualTo(Map.of(Outcome.SETTLED, 100));
    }

    @Test
    void replicationsTellTogetherWhatOneCannot() {
        List<Growth.Backlog> backlogs = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            backlogs.add(new MarkovQueue(1.05, seed).backlog(5_000, LOOKS));
        }
        assertThat(Growth.of(backlogs.subList(0, 1)).outcome()).isEqualTo(Outcome.CANNOT_TELL);
        assertThat(Growth.of(backlogs).outcome()).isEqualTo(Outcome.GROWS);
    }

    @Test
    void aSteadyClimbHasNoNoiseToHideIn() {
        long[] inside = new long[LOOKS + 1];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i;
        }
        Growth growth = Growth.of(List.of(new Growth.Backlog(inside, 2_000)));
        assertThat(growth.outcome()).isEqualTo(Outcome.GROWS);
        assertThat(growth.perArrival()).isEqualTo(0.1);
    }

    @Test
    void nothingThatArrivesTellsNothing() {
        Growth growth = Growth.of(List.of(new Growth.Backlog(new long[LOOKS + 1], 0)));
        assertThat(growth.outcome()).isEqualTo(Outcome.CANNOT_TELL);
    }

    private static Map<Outcome, Integer> outcomes(double load, double services) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int seed = 0; seed < 100; seed++) {
            Growth growth = Growth.of(List.of(new MarkovQueue(load, seed).backlog(services, LOOKS)));
            outcomes.merge(growth.outcome(), 1, Integer::sum);
        }
        return outcomes;
    }
}
