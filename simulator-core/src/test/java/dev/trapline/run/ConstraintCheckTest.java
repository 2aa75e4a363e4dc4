package dev.trapline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.measure.LimitSearch.Finding;
import dev.trapline.spec.ObjectiveSpec.Constraint;
import dev.trapline.spec.PointSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConstraintCheckTest {
    private static final MetricKey RATE = MetricKey.of("load", "throughput", "/s");

    private static Observation observation(double rate) {
        return new Observation(
                new LinkedHashMap<>(Map.of(RATE, rate)), Map.of(RATE, 5.0), Map.of(), Map.of(), List.of(), 0, 0);
    }

    /** What one more counted would add keeps from a decision, but is no noise: the figure's interval stays its own. */
    @Test
    void whatACountResolvesDecidesAndIsNotShown() {
        Cell cell = new Cell(
                PointSpec.of(0, Map.of(), null, List.of(), List.of()),
                null,
                Stream.of(100.0, 100.5, 101.0).map(ConstraintCheckTest::observation).toList());
        ConstraintCheck check =
                ConstraintCheck.of(cell, List.of(new Constraint("load", "throughput", "/s", 98, false, "at least 98 /s")), 0.95);
        assertThat(check.finding()).isEqualTo(Finding.SEEMS_TO_HOLD);
        assertThat(check.figure()).hasValue(cell.metrics().get(RATE).estimate(0.95));
    }
}
