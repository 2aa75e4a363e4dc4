package dev.trapline.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A piece that would go on for long is cut short by something that happens elsewhere. */
class CutShortTest {
    private final Bench bench = new Bench(1);
    private final Context vcpu = bench.context();

    @Test
    void aPieceThatRunsEndsAtOnceAndWhatWasDoneCounts() {
        Bench.Script spin = bench.task("spin", vcpu).piece(bench.user, 500).piece(bench.kernel, 10);
        bench.raiseAt(0, spin);
        bench.at(40, spin::cutShort);
        bench.runUntil(1000);
        assertEquals(List.of("spin 40", "spin 50"), bench.ended);
        assertEquals(40, bench.spent(bench.user));
    }

    @Test
    void aPieceThatIsSuspendedStepsWhenItIsDueAgain() {
        Bench.Script spin = bench.task("spin", vcpu).piece(bench.user, 500).piece(bench.kernel, 10);
        bench.raiseAt(0, spin);
        bench.raiseAt(30, bench.script("interrupt", Level.INTERRUPT, vcpu.agenda()).piece(bench.monitor, 20));
        bench.at(40, spin::cutShort);
        bench.runUntil(1000);
        assertEquals(List.of("interrupt 50", "spin 50", "spin 60"), bench.ended);
        assertEquals(30, bench.spent(bench.user));
    }

    @Test
    void aContextThatYieldsIsQueuedBehindOthers() {
        Context other = bench.context();
        bench.raiseAt(0, bench.task("first", vcpu).piece(bench.user, 100));
        bench.raiseAt(0, bench.task("second", other).piece(bench.user, 50));
        bench.at(30, vcpu::yields);
        bench.runUntil(1000);
        assertEquals(List.of("second 80", "first 150"), bench.ended);
    }

    @Test
    void coStoppedTimeIsWhatTheSchedulerHeldItBack() {
        bench.at(10, () -> vcpu.coStopped(true));
        bench.at(25, () -> vcpu.coStopped(false));
        bench.at(70, () -> vcpu.coStopped(true));
        bench.runUntil(100);
        assertEquals(15 + 30, vcpu.coStoppedPicos(100 * Bench.MICRO) / Bench.MICRO);
    }
}
