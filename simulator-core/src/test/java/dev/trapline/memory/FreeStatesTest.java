package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.memory.FreeStates.State;
import org.junit.jupiter.api.Test;

/** 6, 4, 2 and 1 of 100 frames: entered below a threshold, left at the next better one. */
class FreeStatesTest {
    private final FreeStates states = new FreeStates(6, 4, 2, 1);

    @Test
    void itGetsWorseBelowEachThreshold() {
        assertThat(states.changed(4)).isFalse();
        assertThat(states.state()).isEqualTo(State.HIGH);
        assertThat(states.changed(3)).isTrue();
        assertThat(states.state()).isEqualTo(State.SOFT);
        assertThat(states.changed(2)).isFalse();
        assertThat(states.changed(1)).isTrue();
        assertThat(states.state()).isEqualTo(State.HARD);
        assertThat(states.pages()).isTrue();
        assertThat(states.blocks()).isFalse();
        assertThat(states.changed(0)).isTrue();
        assertThat(states.blocks()).isTrue();
    }

    @Test
    void itGetsBetterOnlyAtTheNextThreshold() {
        states.changed(0);
        assertThat(states.changed(1)).isFalse();
        assertThat(states.state()).isEqualTo(State.LOW);
        states.changed(2);
        assertThat(states.state()).isEqualTo(State.HARD);
        states.changed(3);
        assertThat(states.state()).isEqualTo(State.HARD);
        states.changed(4);
        assertThat(states.state()).isEqualTo(State.SOFT);
        states.changed(5);
        assertThat(states.isShort()).isTrue();
        states.changed(6);
        assertThat(states.isShort()).isFalse();
    }

    @Test
    void itFallsThroughSeveralAtOnce() {
        assertThat(states.changed(0)).isTrue();
        assertThat(states.state()).isEqualTo(State.LOW);
        states.changed(50);
        assertThat(states.state()).isEqualTo(State.HIGH);
    }
}
