package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a device interrupts, by hand, in microseconds. */
class InterruptLineTest {
    private static final long MICRO = Time.PICOS_PER_MICRO;

    private final Simulation simulation = new Simulation();
    private final List<Long> raised = new ArrayList<>();

    @Test
    void withoutModerationEachEventInterruptsAtOnce() {
        InterruptLine line = line(Moderation.NONE);
        received(line, 3, 4, 9);
        assertThat(raised).containsExactly(3L, 4L, 9L);
    }

    @Test
    void theGapPutsOffWhatComesTooSoonAndGathersWhatComesMeanwhile() {
        InterruptLine line = line(new Moderation(100 * MICRO, Moderation.Delay.NONE, Moderation.Delay.NONE));
        received(line, 10, 20, 30, 250);
        assertThat(raised).containsExactly(10L, 110L, 250L);
    }

    /** 5 us after the last event; 12 us after the first one at the latest. */
    @Test
    void eachEventPutsTheInterruptOffButNoLongerThanTheFirstOneLetsIt() {
        InterruptLine line = line(new Moderation(0, delay(5, 12), Moderation.Delay.NONE));
        received(line, 10, 100, 104, 108, 110, 111);
        assertThat(raised).containsExactly(15L, 112L);
    }

    @Test
    void whatWasSentMayWaitLongerAndIsAnnouncedByAnEarlierInterrupt() {
        InterruptLine line = line(new Moderation(0, delay(5, 5), delay(50, 50)));
        at(10, () -> line.request(false));
        at(20, () -> line.request(true));
        at(100, () -> line.request(false));
        simulation.runUntil(Time.PICOS_PER_MILLI);
        assertThat(raised).containsExactly(25L, 150L);
    }

    @Test
    void theGapHoldsAfterADelayToo() {
        InterruptLine line = line(new Moderation(100 * MICRO, delay(5, 5), Moderation.Delay.NONE));
        received(line, 10, 20, 113, 116);
        assertThat(raised).containsExactly(15L, 115L, 215L);
    }

    private static Moderation.Delay delay(long afterLast, long atMost) {
        return new Moderation.Delay(afterLast * MICRO, atMost * MICRO);
    }

    private InterruptLine line(Moderation moderation) {
        return new InterruptLine("line", simulation, moderation, () -> raised.add(simulation.now() / MICRO));
    }

    private void received(InterruptLine line, long... micros) {
        for (long each : micros) {
            at(each, () -> line.request(true));
        }
        simulation.runUntil(Time.PICOS_PER_MILLI);
    }

    private void at(long micros, Runnable action) {
        simulation.newTimer("test at " + micros, Phase.ARRIVE, action::run).armAt(micros * MICRO);
    }
}
