package dev.trapline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.measure.Replications;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class MorrisDesignTest {
    private static final List<String> COSTS = List.of("linear", "product", "factor", "turning", "nothing");

    @Test
    void everyCostMovesOnceByTwoThirdsOfItsRangeAndStaysInside() {
        MorrisDesign.Trajectory trajectory = new MorrisDesign(7).trajectory(3, COSTS, COSTS);
        assertThat(trajectory.moves().keySet()).containsExactlyInAnyOrderElementsOf(COSTS);
        trajectory.moves().forEach((cost, to) -> {
            assertThat(to).isBetween(0.0, 1.0);
            assertThat(Math.abs(to - trajectory.start().get(cost))).isCloseTo(2.0 / 3, within(1e-12));
        });
        assertThat(trajectory.after(0)).isEqualTo(trajectory.start());
        assertThat(trajectory.after(COSTS.size())).containsExactlyInAnyOrderEntriesOf(trajectory.moves());
    }

    /** A cost's levels are drawn by its name: another cost beside it changes none of them. */
    @Test
    void anotherCostMovesNoLevel() {
        List<String> more = new ArrayList<>(COSTS);
        more.add(2, "another");
        Map<String, Double> few = new MorrisDesign(7).trajectory(1, COSTS, COSTS).start();
        assertThat(new MorrisDesign(7).trajectory(1, more, more).start()).containsAllEntriesOf(few);
        assertThat(new MorrisDesign(8).trajectory(1, COSTS, COSTS).start()).isNotEqualTo(few);
    }

    @Test
    void levelsAreEquallyFrequent() {
        Map<Long, Integer> seen = new LinkedHashMap<>();
        for (int number = 0; number < 4_000; number++) {
            new MorrisDesign(1).trajectory(number, COSTS, COSTS).start()
                    .forEach((cost, level) -> seen.merge(Math.round(3 * level), 1, Integer::sum));
        }
        assertThat(seen).hasSize(4);
        assertThat(seen.values()).allMatch(count -> Math.abs(count - 5_000) < 250);
    }

    /**
     * Of 5 a + b c + (d - 1/2)^2 by hand: a has mu* 5 and sigma 0; b and c have mean 1/2 and depend on each other; d turns, so
     * that its mu is 0 and its mu* is not: its steps lead from 0 to 2/3 and from 1/3 to 1, which changes it by -2/9 and +2/9,
     * over two thirds.
     */
    @Test
    void findsWhatAKnownFunctionDependsOn() {
        ToDoubleFunction<Map<String, Double>> function = it -> 5 * it.get("linear")
                + it.get("product") * it.get("factor")
                + (it.get("turning") - 0.5) * (it.get("turning") - 0.5);
        Map<String, CostEffect> effects = effects(function, 400);
        assertThat(effects.get("linear").meanAbsolute()).isCloseTo(5, within(1e-9));
        assertThat(effects.get("linear").deviation()).isCloseTo(0, within(1e-9));
        assertThat(effects.get("product").mean()).isCloseTo(0.5, within(0.06));
        assertThat(effects.get("product").deviation()).isCloseTo(0.373, within(0.03));
        assertThat(effects.get("turning").meanAbsolute()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(effects.get("turning").mean()).isCloseTo(0, within(0.06));
        assertThat(effects.get("nothing").isFelt()).isFalse();
        assertThat(CostEffect.STRONGEST_FIRST.compare(effects.get("linear"), effects.get("product"))).isNegative();
    }

    private static Map<String, CostEffect> effects(ToDoubleFunction<Map<String, Double>> function, int trajectories) {
        Map<String, Replications> changes = new LinkedHashMap<>();
        for (int number = 0; number < trajectories; number++) {
            MorrisDesign.Trajectory trajectory = new MorrisDesign(42).trajectory(number, COSTS, COSTS);
            int step = 0;
            for (Map.Entry<String, Double> move : trajectory.moves().entrySet()) {
                double before = function.applyAsDouble(trajectory.after(step));
                double after = function.applyAsDouble(trajectory.after(++step));
                double moved = move.getValue() - trajectory.start().get(move.getKey());
                changes.computeIfAbsent(move.getKey(), Replications::of).add((after - before) / moved);
            }
        }
        Map<String, CostEffect> effects = new LinkedHashMap<>();
        changes.forEach((cost, values) -> effects.put(cost, CostEffect.of(cost, values)));
        return effects;
    }
}
