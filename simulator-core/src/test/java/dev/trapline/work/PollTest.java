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
            bench.settings().polling(20 * Bench.MICRO).idle(bench.price(bench.monitor, 5), bench.price(bench.kernel, 7)));
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
}
