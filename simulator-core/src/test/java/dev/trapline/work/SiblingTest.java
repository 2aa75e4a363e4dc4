package dev.trapline.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two threads of one core at half speed beside each other: each change of the sibling re-times what is under way. */
class SiblingTest {
    private final Bench bench = new Bench(4);

    SiblingTest() {
        bench.processors.arrangedAs(new Topology(2, 4, 1, 2));
    }

    @Test
    void neighboursAreSiblingsAndFourAreASocket() {
        List<Core> cores = bench.processors.cores();
        assertSame(cores.get(1), cores.get(0).sibling());
        assertSame(cores.get(2), cores.get(3).sibling());
        assertEquals(0, cores.get(3).socket());
        bench.processors.arrangedAs(Topology.FLAT);
        assertNull(cores.get(0).sibling());
    }

    @Test
    void aBusySiblingHalvesTheSpeedWhileItIsBusy() {
        Bench.Script first = bench.task("long", bench.context()).piece(bench.user, 100);
        Bench.Script second = bench.task("short", bench.context()).piece(bench.user, 20);
        bench.raiseAt(0, first);
        bench.raiseAt(10, second);
        bench.runUntil(1000);
        // The short one takes 40 from 10 to 50; the long one does 10, then 20 in those 40, then its last 70.
        assertEquals(List.of("short 50", "long 120"), bench.ended);
        assertEquals(120, bench.spent(bench.user));
    }

    @Test
    void coresOfOtherPairsAreNotSlowed() {
        bench.raiseAt(0, bench.task("a", bench.context()).piece(bench.user, 100));
        bench.processors.arrangedAs(new Topology(2, 2, 1, 2));
        Context elsewhere = bench.context();
        bench.raiseAt(0, bench.task("b", bench.context()).piece(bench.user, 50));
        bench.raiseAt(0, bench.task("c", elsewhere).piece(bench.user, 30));
        bench.runUntil(1000);
        // a and b share a core: b ends after 100, a has done 50 by then. c is on a core of its own.
        assertEquals(List.of("c 30", "b 100", "a 150"), bench.ended);
    }

    @Test
    void aThreadBesideAnotherIsNotFasterThanAlone() {
        assertThrows(IllegalArgumentException.class, () -> new Topology(2, 4, 3, 2));
    }
}
