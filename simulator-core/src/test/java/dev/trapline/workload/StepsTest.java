package dev.trapline.workload;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.declare.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    @Test
    void aBarrierNeedsAsManyTasksAsItWaitsFor() {
        Values loop = loop(2, Values.of(Map.of("barrier", 3L)));
        assertThatThrownBy(() -> Loop.COMPONENT.create(loop)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a barrier of 3 tasks never opens for 2");
    }

    @Test
    void aLockIsTakenInOneWay() {
        Values loop = loop(2, locked("ticket"), locked("ticket"), locked("test-and-set"));
        assertThatThrownBy(() -> Loop.COMPONENT.create(loop)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the lock 'one' is ticket in one step and test-and-set in another");
    }

    private static Values loop(long tasks, Values... steps) {
        return Values.of(Map.of("tasks", tasks, "steps", List.of(steps)));
    }

    private static Values locked(String kind) {
        return Values.of(Map.of("compute", 1L, "lock", Values.of(Map.of("name", "one", "kind", kind))));
    }
}
