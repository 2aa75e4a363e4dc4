package dev.trapline.workload;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.declare.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps a kind of workload can have. */
class StepsTest {
    @ParameterizedTest
    @ValueSource(strings = {"receive", "send"})
    void aLoopHasNobodyOutsideToTalkTo(String step) {
        Values loop = Values.of(Map.of("steps", List.of(Values.of(Map.of("compute", 1L)), Values.of(Map.of(step, 100L)))));
        assertThatThrownBy(() -> Loop.COMPONENT.create(loop)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'receive' and 'send' need somebody outside");
    }
}
