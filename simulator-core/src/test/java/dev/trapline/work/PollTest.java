package dev.trapline.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A vCPU that polls for 20 us before it halts for 5, and needs 7 to wake. */
class PollTest {
    private final Bench bench = new Bench(1);
    private final int poll = bench.slots.service(Place.HYPERVISOR, "idle poll");
    private final Context vcpu = bench.processors.newContext(
            "vcpu",
            bench.settings().polling(20 * Bench.MICRO, 0).idle(bench.price(bench.monitor, 5), bench.price(bench.kernel, 7)));
    private final Bench.Script task = bench.task("task", vcpu).piece(bench.user, 10);

    @Test
    void workThatComesWhileItPollsNeedsNoWaking() {
        bench.raiseAt(0, task);
        bench.raiseAt(30, task);
        bench.runUntil(50);
        // The first start wakes it: 7 + 10. It polls from 17 to 30, works until 40, and polls anew.
        assertEquals(List.of("task 17", "task 40"), bench.ended);
        assertEquals(7, bench.spent(bench.kernel));
        assertEquals(0, bench.spent(bench.monitor));
        assertEquals(13 + 10, bench.spent(poll));
    }

    @Test
    void workThatComesAfterItHaltedWakesIt() {
        bench.raiseAt(0, task);
        bench.raiseAt(100, task);
        bench.runUntil(200);
        assertEquals(List.of("task 17", "task 117"), bench.ended);
        assertEquals(2 * 7, bench.spent(bench.kernel));
        assertEquals(2 * 5, bench.spent(bench.monitor));
        assertEquals(2 * 20, bench.spent(poll));
    }

    @Test
    void workThatComesWhileItHaltsLetsItPollAndHaltAnew() {
        bench.raiseAt(0, task);
        bench.raiseAt(39, task);
        bench.runUntil(200);
        // It polled until 37 and has spent 2 of 5 on halting when work comes.
        assertEquals(List.of("task 17", "task 49"), bench.ended);
        assertEquals(2 * 20, bench.spent(poll));
        assertEquals(2 + 5, bench.spent(bench.monitor));
    }

    @Test
    void haltingIsPaidBeforePolling() {
        Context halting = bench.processors.newContext(
                "halting", bench.settings().polling(20 * Bench.MICRO, 0).halting(bench.price(bench.machine, 3)));
        Bench.Script work = bench.task("work", halting).piece(bench.user, 10);
        bench.raiseAt(0, work);
        bench.raiseAt(25, work);
        bench.runUntil(40);
        // It works until 10, halts until 13 and polls until 25, works until 35 and halts anew.
        assertEquals(List.of("work 10", "work 35"), bench.ended);
        assertEquals(2 * 3, bench.spent(bench.machine));
        assertEquals(12 + 2, bench.spent(poll));
    }

    @Test
    void whoPollsGivesUpItsCoreToOneThatWaitsForIt() {
        Context other = bench.context();
        Bench.Script work = bench.task("other", other).piece(bench.user, 10);
        bench.raiseAt(0, task);
        bench.at(27, () -> {
            work.raise();
            vcpu.coreIsWanted();
        });
        bench.runUntil(60);
        // It would poll from 17 to 37; at 27 it stops and becomes idle for 5.
        assertEquals(List.of("task 17", "other 42"), bench.ended);
        assertEquals(10, bench.spent(poll));
    }

    @Test
    void whoPollsSeesWorkFromAnotherCoreWithoutAnInterrupt() {
        Bench two = new Bench(2);
        Context sender = two.context();
        Context polling = two.processors.newContext(
                "polling",
                two.settings().polling(100 * Bench.MICRO, 0).interProcessorInterrupt(two.price(two.monitor, 9), two.price(two.monitor, 9)));
        Bench.Script work = two.task("work", polling).piece(two.user, 10);
        two.raiseAt(0, work);
        Bench.Script sending = two.task("sending", sender).piece(two.user, 50).atEnd(work::raise);
        two.raiseAt(0, sending);
        two.runUntil(70);
        assertEquals(List.of("work 10", "sending 50", "work 60"), two.ended);
        assertEquals(0, two.spent(two.monitor));
    }

    @Test
    void itFindsByItselfHowLongToPoll() {
        PollWindow window = new PollWindow(200, 10);
        long[] idle = {50, 50, 30, 50, 150, 199, 199, 180, 201, 200, 150, 1};
        long[] windows = {10, 20, 40, 80, 160, 200, 200, 200, 0, 0, 10, 10};
        for (int i = 0; i < idle.length; i++) {
            window.idled(idle[i]);
            assertEquals(windows[i], window.picos(), "after " + idle[i]);
        }
        assertEquals(200, new PollWindow(200, 0).picos());
    }

    @Test
    void longIdleTimesAreNotPolled() {
        Context adaptive = bench.processors.newContext("adaptive", bench.settings().polling(20 * Bench.MICRO, 5 * Bench.MICRO));
        Bench.Script work = bench.task("work", adaptive).piece(bench.user, 10);
        for (long micros : new long[] {0, 20, 30, 100, 120}) {
            bench.raiseAt(micros, work);
        }
        bench.runUntil(200);
        // Idle for 10: from then on it polls 5. At 30 it has just begun to. Idle for 60 with these 5: no more. Idle for 10 again: 5.
        assertEquals(List.of("work 10", "work 30", "work 40", "work 110", "work 130"), bench.ended);
        assertEquals(5 + 5, bench.spent(poll));
    }
}
