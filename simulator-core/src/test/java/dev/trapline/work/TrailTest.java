package dev.trapline.work;

import static dev.trapline.work.Bench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a request has been, computed by hand; all times in microseconds. */
class TrailTest {
    private final Bench bench = new Bench(1);
    private final Trail trail = new Trail(0);

    @Test
    void entriesFollowEachOtherAndEqualNeighboursMerge() {
        trail.begin(3 * MICRO);
        trail.until(5 * MICRO, bench.machine);
        trail.served(bench.user, 2 * MICRO, 1);
        trail.served(bench.user, MICRO, 1);
        trail.until(8 * MICRO, bench.kernel);
        trail.until(9 * MICRO, bench.machine);
        assertThat(parts(trail)).containsExactly("interrupt 2", "user 3", "interrupt 1");
        assertThat(trail.start()).isEqualTo(3 * MICRO);
        assertThat(trail.since()).isEqualTo(9 * MICRO);
    }

    @Test
    void aWaitIsForACoreWhereTheContextHadNoneAndElseInItsQueue() {
        bench.scheduling.slicePicos = 10 * MICRO;
        Context busy = bench.context();
        Context serving = bench.context();
        bench.raiseAt(0, bench.task("hog", busy).piece(bench.user, 30));
        bench.raiseAt(0, bench.task("earlier", serving).piece(bench.kernel, 12));
        Bench.Script server = bench.task("server", serving).piece(trail, bench.user, 3);
        bench.at(15, () -> {
            trail.begin(15 * MICRO);
            trail.waitIn(serving, 15 * MICRO);
            server.raise();
        });
        bench.runUntil(100);
        // Serving runs 10-20 and from 30: the earlier task to 32, then the request to 35. A wait is told ready part first.
        assertThat(bench.ended).containsExactly("earlier 32", "server 35", "hog 45");
        assertThat(parts(trail)).containsExactly("no core 10", "queue 7", "user 3");
    }

    @Test
    void whatPreemptsItsServiceIsWaiting() {
        Context context = bench.context();
        bench.at(0, () -> trail.begin(0));
        bench.raiseAt(0, bench.task("server", context).piece(trail, bench.user, 10));
        bench.raiseAt(4, bench.script("irq", Level.INTERRUPT, context.agenda()).piece(bench.kernel, 3));
        bench.runUntil(100);
        assertThat(parts(trail)).containsExactly("user 4", "queue 3", "user 6");
    }

    /** At 10 the work is done, and the interrupt that comes at that instant goes first: the effect is seen at 13. */
    @Test
    void serviceThatEndsAsAnInterruptComesWaitsForIt() {
        Context context = bench.context();
        Bench.Script irq = bench.script("irq", Level.INTERRUPT, context.agenda()).piece(bench.kernel, 3);
        bench.at(0, () -> trail.begin(0));
        bench.simulation.newTimer("before", dev.trapline.engine.Phase.COMPLETE, irq::raise).armAt(10 * MICRO);
        bench.raiseAt(0, bench.task("server", context).piece(trail, bench.user, 10));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("irq 13", "server 13");
        assertThat(parts(trail)).containsExactly("user 10", "queue 3");
        assertThat(context.waiting(0)).isZero();
    }

    @Test
    void serviceThatTakesNoTimeEndsTheWaitForIt() {
        Context context = bench.context();
        Bench.Script server = bench.task("server", context).piece(bench.user, 4).piece(trail);
        bench.at(0, () -> {
            trail.begin(0);
            trail.waitIn(context, 0);
            server.raise();
        });
        bench.runUntil(100);
        assertThat(parts(trail)).containsExactly("queue 4");
        assertThat(context.waiting(0)).isZero();
    }

    @Test
    void aSharedCoreIsAWaitOfItsOwn() {
        Core core = bench.processors.cores().get(0);
        bench.at(0, () -> trail.begin(0));
        bench.raiseAt(0, bench.task("server", bench.context()).piece(trail, bench.user, 10));
        bench.at(4, () -> core.speed(1, 2));
        bench.at(8, () -> core.speed(1, 1));
        bench.runUntil(100);
        assertThat(parts(trail)).containsExactly("user 6", "shared core 2", "user 4");
    }

    @Test
    void stolenWorkMayServeARequest() {
        Agenda stolen = bench.processors.cores().get(0).stolen();
        bench.at(0, () -> trail.begin(0));
        bench.raiseAt(2, bench.script("handler", Level.SOFTIRQ, stolen).piece(trail, bench.machine, 5));
        bench.raiseAt(3, bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, 4));
        bench.runUntil(100);
        assertThat(parts(trail)).containsExactly("queue 2", "interrupt 1", "queue 4", "interrupt 4");
    }

    @Test
    void aPartJoinsWhereItBegan() {
        trail.begin(0);
        trail.until(4 * MICRO, bench.user);
        Trail part = new Trail(0);
        part.fork(4 * MICRO);
        part.served(bench.kernel, 3 * MICRO, 1);
        part.until(9 * MICRO, bench.machine);
        trail.join(part);
        assertThat(parts(trail)).containsExactly("user 4", "kernel 3", "interrupt 2");
        assertThat(trail.since()).isEqualTo(9 * MICRO);
    }

    @Test
    void aPartMustNotJoinAcrossAGap() {
        trail.begin(0);
        Trail part = new Trail(0);
        part.fork(4 * MICRO);
        assertThatThrownBy(() -> trail.join(part))
                .hasMessage("a part that began at 4000000 ps joins a request accounted to 0 ps");
    }

    @Test
    void itDoesNotGoBack() {
        trail.begin(5 * MICRO);
        assertThatThrownBy(() -> trail.until(5 * MICRO - 7, bench.user))
                .hasMessage("a trail went back by 7 ps in slot " + bench.user);
    }

    @Test
    void whoeverEndsItsWaitIsNoLongerCounted() {
        Context first = bench.context();
        Context second = bench.context();
        trail.begin(0);
        trail.waitIn(first, 0);
        trail.waitIn(second, 0);
        assertThat(first.waiting(0)).isZero();
        assertThat(second.waiting(0)).isEqualTo(1);
        trail.until(0, bench.machine);
        assertThat(second.waiting(0)).isZero();
    }

    @Test
    void occurrencesAreThoseOnItsOwnWay() {
        trail.begin(0);
        trail.served(bench.user, 2 * MICRO, 4);
        trail.served(bench.user, MICRO, 1);
        trail.until(5 * MICRO, bench.kernel);
        Trail part = new Trail(0);
        part.fork(5 * MICRO);
        part.served(bench.user, MICRO, 7);
        trail.join(part);
        assertThat(List.of(trail.count(0), trail.count(1), trail.count(2))).containsExactly(5L, 0L, 7L);
    }

    @Test
    void itRemembersAnyNumberOfEntries() {
        trail.begin(0);
        for (int i = 0; i < 100; i++) {
            trail.served(i % 2 == 0 ? bench.user : bench.kernel, MICRO, 1);
        }
        assertThat(trail.size()).isEqualTo(100);
        assertThat(trail.since()).isEqualTo(100 * MICRO);
    }

    private List<String> parts(Trail of) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            Bench.assertWhole(of.picos(i));
            parts.add(bench.slots.get(of.slot(i)).mechanism() + " " + of.picos(i) / MICRO);
        }
        return parts;
    }
}
