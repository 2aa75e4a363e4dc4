package dev.trapline.work;

import static dev.trapline.work.Bench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.spec.Share;
import org.junit.jupiter.api.Test;

/** What a core executes when, computed by hand; all times in microseconds. */
class CoreTest {

    @Test
    void levelsPreemptInOrderAndResume() {
        Bench bench = new Bench(1);
        Context context = bench.context();
        bench.raiseAt(0, bench.task("task", context).piece(bench.user, 10));
        bench.raiseAt(2, bench.script("softirq", Level.SOFTIRQ, context.agenda()).piece(bench.kernel, 5));
        bench.raiseAt(4, bench.script("interrupt", Level.INTERRUPT, context.agenda()).piece(bench.kernel, 3));
        bench.raiseAt(5, bench.script("monitor", Level.MONITOR, context.agenda()).piece(bench.monitor, 2));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("monitor 7", "interrupt 9", "softirq 12", "task 20");
    }

    @Test
    void anEarlierLevelDoesNotInterruptItselfOrALaterOneIt() {
        Bench bench = new Bench(1);
        Context context = bench.context();
        bench.raiseAt(0, bench.script("first", Level.SOFTIRQ, context.agenda()).piece(bench.kernel, 5));
        bench.raiseAt(1, bench.task("task", context).piece(bench.user, 1));
        bench.raiseAt(2, bench.script("second", Level.SOFTIRQ, context.agenda()).piece(bench.kernel, 5));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("first 5", "second 10", "task 11");
    }

    @Test
    void stolenWorkGoesBeforeTheContextAndIsTheMachines() {
        Bench bench = new Bench(1);
        Context context = bench.context();
        bench.raiseAt(0, bench.task("task", context).piece(bench.user, 10));
        Agenda stolen = bench.processors.cores().get(0).stolen();
        bench.raiseAt(3, bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, 4));
        bench.runUntil(5);
        assertThat(context.state()).isEqualTo(Context.State.RUNNING);
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("irq 7", "task 14");
        assertThat(bench.processors.ledger().picos(0, bench.user)).isEqualTo(10 * MICRO);
        assertThat(bench.processors.ledger().picos(1, bench.machine)).isEqualTo(4 * MICRO);
    }

    /**
     * The slice of the first ends at 10, in the middle of the handler; the second has the core then, and runs from 13.
     */
    @Test
    void aSliceThatEndsUnderStolenWorkSwitchesBelowIt() {
        Bench bench = new Bench(1);
        bench.scheduling.slicePicos = 10 * MICRO;
        Context first = bench.context();
        Context second = bench.context();
        bench.raiseAt(0, bench.task("first", first).piece(bench.user, 12));
        bench.raiseAt(0, bench.task("second", second).piece(bench.user, 5));
        Agenda stolen = bench.processors.cores().get(0).stolen();
        bench.raiseAt(8, bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, 5));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("irq 13", "second 18", "first 22");
        assertThat(first.picos(Context.State.RUNNING, 100 * MICRO)).isEqualTo(14 * MICRO);
        assertThat(second.readyPicos(100 * MICRO)).isEqualTo(10 * MICRO);
    }

    @Test
    void anIdleCoreTakesStolenWorkToo() {
        Bench bench = new Bench(1);
        Agenda stolen = bench.processors.cores().get(0).stolen();
        bench.raiseAt(3, bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, 4));
        bench.runUntil(10);
        assertThat(bench.ended).containsExactly("irq 7");
        assertThat(bench.processors.cores().get(0).idlePicos(10 * MICRO)).isEqualTo(6 * MICRO);
    }

    @Test
    void leavingIdlenessTakesTheMachineAndTheContextTheirTime() {
        Bench bench = new Bench(1, 2, 2);
        int enter = bench.slots.service(Place.HYPERVISOR, "enter");
        int exit = bench.slots.service(Place.HYPERVISOR, "exit");
        ContextSettings settings = bench.settings().idle(bench.price(enter, 3), bench.price(exit, 4));
        Bench.Script task = bench.task("task", bench.processors.newContext("vcpu", settings)).piece(bench.user, 10);
        bench.raiseAt(0, task);
        bench.raiseAt(50, task);
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("task 16", "task 66");
        assertThat(bench.spent(enter)).isEqualTo(6);
        assertThat(bench.spent(exit)).isEqualTo(8);
        assertThat(bench.spent(bench.slots.service(Place.HYPERVISOR, "idle state exit"))).isEqualTo(4);
        assertThat(bench.processors.cores().get(0).idlePicos(100 * MICRO)).isEqualTo(62 * MICRO);
    }

    /** Work that comes while it enters idleness is done first; entering goes on after that. */
    @Test
    void enteringIdlenessIsInterruptedAndResumed() {
        Bench bench = new Bench(1);
        int enter = bench.slots.service(Place.HYPERVISOR, "enter");
        Context context = bench.processors.newContext("vcpu", bench.settings().idle(bench.price(enter, 5), Price.FREE));
        bench.raiseAt(0, bench.task("one", context).piece(bench.user, 10));
        bench.raiseAt(12, bench.task("other", context).piece(bench.user, 7));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("one 10", "other 19");
        assertThat(context.picos(Context.State.RUNNING, 100 * MICRO)).isEqualTo(22 * MICRO);
        assertThat(bench.spent(enter)).isEqualTo(5);
    }

    @Test
    void aSpinningContextKeepsItsCore() {
        Bench bench = new Bench(1);
        Context context = bench.processors.newContext("vcpu", bench.settings().spinning());
        Bench.Script task = bench.task("task", context).piece(bench.user, 10);
        bench.raiseAt(0, task);
        bench.raiseAt(50, task);
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("task 10", "task 60");
        assertThat(context.picos(Context.State.RUNNING, 100 * MICRO)).isEqualTo(100 * MICRO);
        assertThat(bench.spent(bench.slots.service(Place.HYPERVISOR, "idle spin"))).isEqualTo(80);
    }

    @Test
    void aSpinningContextCanBeSlowedDown() {
        Bench bench = new Bench(1);
        Context context = bench.processors.newContext("vcpu", bench.settings().spinning());
        bench.raiseAt(0, bench.task("task", context).piece(bench.user, 10));
        bench.at(20, () -> bench.processors.cores().get(0).speed(1, 16));
        bench.runUntil(100);
        assertThat(bench.spent(bench.slots.service(Place.HYPERVISOR, "idle spin"))).isEqualTo(15);
    }

    /** 4 at full speed, 6 of work in 12 at half, then full again from 20 on. */
    @Test
    void aChangeOfSpeedRetimesTheWorkInProgress() {
        Bench bench = new Bench(1);
        Core core = bench.processors.cores().get(0);
        Context context = bench.context();
        bench.raiseAt(0, bench.task("task", context).piece(bench.user, 10).piece(bench.kernel, 4));
        bench.at(4, () -> core.speed(1, 2));
        bench.at(18, () -> core.speed(3, 3));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("task 16", "task 21");
        assertThat(core.slowedPicos()).isEqualTo(7 * MICRO);
        assertThat(bench.spent(bench.user)).isEqualTo(10);
    }

    @Test
    void speedsThatDoNotDivideLoseNothing() {
        Bench bench = new Bench(1);
        Core core = bench.processors.cores().get(0);
        Context context = bench.context();
        bench.raiseAt(0, new Activity("task", Level.TASK, context.agenda()) {
            @Override
            protected boolean step() {
                block().add(bench.user, 10 * MICRO);
                return context.picos(Context.State.RUNNING, bench.simulation.now()) == 0;
            }
        });
        long[][] speeds = {{3, 7}, {5, 11}, {1, 3}, {13, 17}};
        for (int i = 0; i < speeds.length; i++) {
            long[] speed = speeds[i];
            bench.at(i + 1, () -> core.speed(speed[0], speed[1]));
        }
        bench.simulation.runUntil(17 * MICRO);
        bench.processors.checkConservation();
        long idle = core.idlePicos(17 * MICRO);
        assertThat(bench.processors.ledger().total() + core.slowedPicos() + idle).isEqualTo(17 * MICRO);
    }

    @Test
    void switchingContextsCostsUnlessTheSameOneComesBack() {
        Bench bench = new Bench(1);
        int change = bench.slots.service(Place.HYPERVISOR, "context switch");
        bench.scheduling.slicePicos = 20 * MICRO;
        Context first = bench.processors.newContext("first", bench.settings().contextSwitch(bench.price(change, 1)));
        Context second = bench.processors.newContext("second", bench.settings().contextSwitch(bench.price(change, 1)));
        bench.raiseAt(0, bench.task("first", first).piece(bench.user, 49));
        bench.raiseAt(30, bench.task("second", second).piece(bench.user, 9));
        bench.runUntil(200);
        // The first goes on at 20 for nothing; at 40 it has done 39, the second runs to 50, the first from 51 on.
        assertThat(bench.ended).containsExactly("second 50", "first 61");
        assertThat(bench.spent(change)).isEqualTo(3);
    }

    @Test
    void aContextWokenFromAnotherCorePaysTheInterrupt() {
        Bench bench = new Bench(2);
        int ipi = bench.slots.service(Place.HYPERVISOR, "ipi");
        ContextSettings settings = bench.settings().interProcessorInterrupt(bench.price(ipi, 1), bench.price(ipi, 1));
        Context woken = bench.processors.newContext("woken", settings);
        Bench.Script task = bench.task("task", woken).piece(bench.user, 2);
        Context waker = bench.context();
        bench.raiseAt(0, bench.task("hog", waker).piece(bench.user, 50));
        bench.raiseAt(10, bench.script("irq", Level.INTERRUPT, waker.agenda()).piece(bench.kernel, 2).atEnd(task::raise));
        bench.raiseAt(70, task);
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("irq 12", "task 15", "hog 52", "task 72");
        assertThat(bench.spent(ipi)).isEqualTo(1);
    }

    @Test
    void tasksTakeTurnsAndPayForSwitching() {
        Bench bench = new Bench(1);
        int change = bench.slots.service(Place.GUEST_KERNEL, "task switch");
        Context context = bench.processors.newContext("vcpu", bench.settings().tasks(bench.price(change, 1), 10 * MICRO));
        bench.raiseAt(0, bench.task("a", context).piece(bench.user, 15));
        bench.raiseAt(0, bench.task("b", context).piece(bench.user, 15));
        bench.runUntil(100);
        // a 0-10, b 11-21, a 22-27, b 28-33.
        assertThat(bench.ended).containsExactly("a 27", "b 33");
        assertThat(bench.spent(change)).isEqualTo(3);
    }

    /** Interrupts more often than a task's slice do not renew it. */
    @Test
    void interruptsDoNotRenewATasksSlice() {
        Bench bench = new Bench(1);
        Context context = bench.processors.newContext("vcpu", bench.settings().tasks(Price.FREE, 10 * MICRO));
        bench.raiseAt(0, bench.task("long", context).piece(bench.user, 60));
        bench.raiseAt(0, bench.task("short", context).piece(bench.user, 5));
        for (int i = 1; i < 10; i++) {
            bench.raiseAt(6 * i, bench.script("tick", Level.INTERRUPT, context.agenda()).piece(bench.kernel, 1));
        }
        bench.runUntil(100);
        // The long one has run 10 at 11, with one tick in between; the short one runs to 17, with another.
        assertThat(bench.ended).contains("short 17", "long 74");
    }

    @Test
    void stolenWorkHasNoPartInATasksSlice() {
        Bench bench = new Bench(1);
        Context context = bench.processors.newContext("vcpu", bench.settings().tasks(Price.FREE, 10 * MICRO));
        bench.raiseAt(0, bench.task("a", context).piece(bench.user, 15));
        bench.raiseAt(0, bench.task("b", context).piece(bench.user, 15));
        Agenda stolen = bench.processors.cores().get(0).stolen();
        bench.raiseAt(5, bench.script("poll", Level.TASK, stolen).piece(bench.machine, 30));
        bench.raiseAt(6, bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, 1));
        bench.runUntil(100);
        // a 0-5 and 36-41, b 41-51, a 51-56, b 56-61.
        assertThat(bench.ended).containsExactly("irq 7", "poll 36", "a 56", "b 61");
    }

    @Test
    void aCacheIsRefilledWithWhatOthersEvicted() {
        Bench bench = new Bench(1);
        int refill = bench.slots.service(Place.GUEST_KERNEL, "cache refill");
        bench.scheduling.slicePicos = 10 * MICRO;
        // A microsecond a line of 64 bytes, ten lines in all: what the small one fetches evicts as much of the large one's.
        Context large = bench.processors.newContext("large", bench.settings().cache(640, 640, 64, 1, MICRO));
        Context small = bench.processors.newContext("small", bench.settings().cache(192, 640, 64, 1, MICRO));
        bench.raiseAt(0, bench.task("large", large).piece(bench.user, 25));
        bench.raiseAt(0, bench.task("small", small).piece(bench.user, 15));
        bench.runUntil(200);
        // large fetches 10 lines 0-10, small fetches 3 and works 7, large fetches 3 and works 7, small has lost nothing.
        assertThat(bench.ended).containsExactly("small 38", "large 56");
        assertThat(bench.spent(refill)).isEqualTo(16);
    }

    /** Five microseconds of work fetch five lines, the other five are fetched next time. */
    @Test
    void noMoreIsFetchedThanWorkTouches() {
        Bench bench = new Bench(1);
        int refill = bench.slots.service(Place.GUEST_KERNEL, "cache refill");
        bench.scheduling.slicePicos = 10 * MICRO;
        Context large = bench.processors.newContext("large", bench.settings().cache(640, 640, 64, 1, MICRO));
        Context small = bench.processors.newContext("small", bench.settings().cache(192, 640, 64, 1, MICRO));
        Bench.Script task = bench.task("large", large).piece(bench.user, 5);
        bench.raiseAt(0, task);
        bench.raiseAt(10, bench.task("small", small).piece(bench.user, 45));
        bench.raiseAt(60, task);
        bench.runUntil(200);
        assertThat(bench.ended).containsExactly("large 10", "small 58", "large 70");
        assertThat(bench.spent(refill)).isEqualTo(13);
    }

    @Test
    void whoRunsOnAnotherCoreRefillsAll() {
        Bench bench = new Bench(2);
        int refill = bench.slots.service(Place.GUEST_KERNEL, "cache refill");
        Context moving = bench.processors.newContext("moving", bench.settings().cache(640, 640, 64, 1, MICRO));
        Context sitting = bench.context();
        Bench.Script task = bench.task("moving", moving).piece(bench.user, 5);
        bench.raiseAt(0, task);
        bench.raiseAt(11, bench.task("sitting", sitting).piece(bench.user, 50));
        bench.raiseAt(20, task);
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("moving 10", "moving 30", "sitting 61");
        assertThat(bench.spent(refill)).isEqualTo(10);
    }

    @Test
    void workWithoutEndAndWithoutTimeIsAnError() {
        Bench bench = new Bench(1);
        Context context = bench.context();
        Activity endless = new Activity("endless", Level.TASK, context.agenda()) {
            @Override
            protected boolean step() {
                return true;
            }
        };
        bench.raiseAt(1, endless);
        assertThatThrownBy(() -> bench.runUntil(2)).hasStackTraceContaining("core 0 makes no progress in endless");
    }

    @Test
    void aSchedulerMustNotChooseWhoIsNotReady() {
        Bench bench = new Bench(1);
        Context blocked = bench.processors.newContext("blocked", bench.settings().share(Share.NEUTRAL));
        bench.at(1, () -> {
            bench.scheduling.requeue(blocked, null);
            bench.processors.cores().get(0).reschedule();
        });
        assertThatThrownBy(() -> bench.runUntil(2))
                .hasStackTraceContaining("the scheduler put 'blocked', which is BLOCKED, on core 0");
    }
}
