package dev.trapline.reports.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.AxisGroups;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NumericAxisTest {
    /** Of paths that are free of each other. */
    private static Optional<NumericAxis> growing(Map<String, List<String>> axes) {
        return NumericAxis.growing(axes, AxisGroups.of(List.of(), List.of()));
    }

    @Test
    void aCountGrowsBeforeOtherNumbers() {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        axes.put("platforms.xen.scheduler.slice", List.of("1 ms", "10 ms", "30 ms"));
        axes.put("guests.load.count", List.of("1", "16"));
        axes.put("guests.load.workload", List.of("web", "disk"));
        NumericAxis axis = growing(axes).orElseThrow();
        assertThat(axis.path()).isEqualTo("guests.load.count");
        assertThat(axis.words("16")).isEqualTo("16 guests");
        assertThat(axis.words("1")).isEqualTo("1 guest");
    }

    @Test
    void aQuantityGrowsByItsNumber() {
        NumericAxis axis = growing(Map.of("platforms.xen.scheduler.slice", List.of("1.5 ms", "30 ms")))
                .orElseThrow();
        assertThat(axis.unit()).isEqualTo("ms");
        assertThat(axis.number("1.5 ms")).isEqualTo(1.5);
        assertThat(axis.words("30 ms")).isEqualTo("slice 30 ms");
    }

    @Test
    void wordsMixedUnitsAndSingleValuesDoNotGrow() {
        assertThat(growing(Map.of("a", List.of("web", "disk")))).isEmpty();
        assertThat(growing(Map.of("a", List.of("1 ms", "1 s")))).isEmpty();
        assertThat(growing(Map.of("a", List.of("8")))).isEmpty();
        assertThat(growing(Map.of())).isEmpty();
    }
}
