package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Frames leave one after the other, and the wire is busy as long as they take. */
class WireTest {
    private final Wire wire = new Wire();

    @Test
    void aFrameWaitsForTheOneBeforeIt() {
        assertThat(wire.send(10, 5)).isEqualTo(15);
        assertThat(wire.send(12, 5)).isEqualTo(20);
        assertThat(wire.leaves(30, 4)).isEqualTo(34);
        assertThat(wire.leaves(18, 4)).isEqualTo(24);
        assertThat(wire.send(30, 5)).isEqualTo(35);
    }

    @Test
    void itIsBusyWhileFramesLeave() {
        wire.send(10, 5);
        wire.send(12, 5);
        assertThat(wire.busyPicos(12)).isEqualTo(2);
        assertThat(wire.busyPicos(20)).isEqualTo(10);
        assertThat(wire.busyPicos(25)).isEqualTo(10);
        wire.send(30, 5);
        assertThat(wire.busyPicos(31)).isEqualTo(11);
    }

    @Test
    void nothingIsSentBeforeWhatWasSent() {
        wire.send(10, 5);
        assertThatThrownBy(() -> wire.send(9, 5)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theEndOfTimeIsNotPassed() {
        assertThatThrownBy(() -> wire.send(Long.MAX_VALUE - 1, 2)).isInstanceOf(ArithmeticException.class);
    }
}
