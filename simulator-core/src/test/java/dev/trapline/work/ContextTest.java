package dev.trapline.work;

import static dev.trapline.work.Bench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.spec.Share;
import org.junit.jupiter.api.Test;

/** What a context is, waits for and pays, computed by hand; all times in microseconds. */
class ContextTest {

    @Test
    void itsStatesAddUp() {
        Bench bench = new Bench(1);
        Context first = bench.context();
        Context second = bench.context();
        bench.raiseAt(2, bench.task("first", first).piece(bench.user, 10));
        bench.raiseAt(5, bench.task("second", second).piece(bench.user, 3));
        bench.runUntil(7);
        assertThat(first.state()).isEqualTo(Context.State.RUNNING);
        assertThat(second.state()).isEqualTo(Context.State.READY);
        assertThat(second.readyPicos(7 * MICRO)).isEqualTo(2 * MICRO);
        bench.runUntil(20);
        assertThat(times(first)).containsExactly(10, 0, 10);
        assertThat(times(second)).containsExactly(3, 7, 10);
        assertThat(second.core()).isSameAs(bench.processors.cores().get(0));
    }

    @Test
    void raisingMoreWhileItIsReadyWakesItOnce() {
        Bench bench = new Bench(1);
        Context first = bench.context();
        Context second = bench.context();
        bench.raiseAt(0, bench.task("hog", first).piece(bench.user, 10));
        bench.raiseAt(1, bench.task("one", second).piece(bench.user, 1));
        bench.raiseAt(2, bench.task("other", second).piece(bench.user, 1));
        bench.runUntil(20);
        assertThat(bench.ended).containsExactly("hog 10", "one 11", "other 12");
    }

    @Test
    void raisingWhatIsRaisedChangesNothing() {
        Bench bench = new Bench(1);
        Bench.Script task = bench.task("task", bench.context()).piece(bench.user, 10);
        bench.raiseAt(0, task);
        bench.raiseAt(5, task);
        bench.runUntil(20);
        assertThat(task.isRaised()).isFalse();
        assertThat(bench.ended).containsExactly("task 10");
    }

    @Test
    void aRunningContextIsInterruptedFromAnotherCoreByAnInterrupt() {
        Bench bench = new Bench(2);
        int ipi = bench.slots.service(Place.HYPERVISOR, "ipi");
        Context target = bench.processors.newContext(
                "target", bench.settings().interProcessorInterrupt(bench.price(ipi, 1), bench.price(ipi, 1)));
        Context source = bench.context();
        bench.raiseAt(0, bench.task("task", target).piece(bench.user, 10));
        Bench.Script handler = bench.script("handler", Level.INTERRUPT, target.agenda()).piece(bench.kernel, 2);
        bench.raiseAt(2, bench.task("source", source).piece(bench.user, 3).atEnd(handler::raise));
        bench.runUntil(20);
        assertThat(bench.ended).containsExactly("source 5", "handler 8", "task 13");
        assertThat(bench.spent(ipi)).isEqualTo(1);
    }

    @Test
    void whatItRaisesItselfCostsNoInterrupt() {
        Bench bench = new Bench(1);
        int ipi = bench.slots.service(Place.HYPERVISOR, "ipi");
        Context context = bench.processors.newContext(
                "vcpu", bench.settings().interProcessorInterrupt(bench.price(ipi, 1), bench.price(ipi, 1)));
        Bench.Script softirq = bench.script("softirq", Level.SOFTIRQ, context.agenda()).piece(bench.kernel, 2);
        bench.raiseAt(0, bench.task("task", context).piece(bench.user, 4).atEnd(softirq::raise));
        bench.runUntil(20);
        assertThat(bench.ended).containsExactly("task 4", "softirq 6");
        assertThat(bench.spent(ipi)).isZero();
    }

    @Test
    void itIsInTheGuestWhileItRunsTheGuestsCode() {
        Bench bench = new Bench(1);
        Context context = bench.context();
        bench.raiseAt(0, bench.task("task", context).piece(bench.user, 2, bench.monitor, 2, bench.kernel, 2));
        Agenda stolen = bench.processors.cores().get(0).stolen();
        bench.raiseAt(5, bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, 5));
        boolean[] expected = {true, false, false, false, true, false};
        long[] instants = {1, 3, 6, 9, 10, 12};
        for (int i = 0; i < instants.length; i++) {
            bench.runUntil(instants[i]);
            assertThat(context.isInGuest()).as("at " + instants[i]).isEqualTo(expected[i]);
        }
    }

    @Test
    void itsSettingsAreWhatSchedulersSee() {
        Bench bench = new Bench(1);
        Share share = new Share(2, 0.1, 0.5);
        Context context = bench.processors.newContext("vcpu", bench.settings().domain(7).share(share).pinnedTo(0));
        assertThat(context.domain()).isEqualTo(7);
        assertThat(context.share()).isEqualTo(share);
        assertThat(context.pinnedTo()).isZero();
        assertThat(context.ordinal()).isZero();
        assertThat(context.owner()).isZero();
        assertThat(context.name()).isEqualTo("vcpu");
    }

    private static long[] times(Context context) {
        long[] micros = new long[Context.State.values().length];
        for (Context.State state : Context.State.values()) {
            micros[state.ordinal()] = context.picos(state, 20 * MICRO) / MICRO;
        }
        return micros;
    }
}
