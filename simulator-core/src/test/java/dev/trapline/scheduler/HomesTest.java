package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import dev.trapline.work.NodeMemory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Home nodes and cells of ESX by hand: four cores, two of them a node or a cell; quanta of 50 ms. */
class HomesTest {
    private static final long BYTES = 200_000_000;

    private TestMachine machine;

    private Context at(int node, String name, int domain) {
        return machine.makeHog(machine.context(name, domain, Share.NEUTRAL, -1, NodeMemory.at(node, 2, BYTES)));
    }

    private void nodes(int contexts) {
        machine = TestMachine.of("esx-proportional-share", 4, contexts).inSockets(2);
    }

    @Test
    void vcpusRunOnTheNodeOfTheirMemory() {
        nodes(4);
        Context[] guests = {at(1, "a", 0), at(0, "b", 1), at(1, "c", 2), at(0, "d", 3)};
        machine.startAndRunUntil(SECOND);
        for (Context guest : guests) {
            assertThat(guest.core().socket()).as(guest.name()).isEqualTo(guest.memory().home());
            assertThat(machine.share(guest)).isEqualTo(1);
        }
    }

    /** Node 0 has three guests, node 1 none: a core of node 1 takes the third, far from its memory, rather than idle. */
    @Test
    void aCoreTakesAStrangerRatherThanIdle() {
        nodes(3);
        at(0, "a", 0);
        at(0, "b", 1);
        Context third = at(0, "c", 2);
        machine.startAndRunUntil(SECOND);
        assertThat(third.core().socket()).isEqualTo(1);
        assertThat(machine.share(third)).isEqualTo(1);
    }

    /** Both nodes have work of their own: three guests share node 0, and the one of node 1 has a core for itself. */
    @Test
    void guestsStayAtHomeWhereOthersWait() {
        machine = TestMachine.of("esx-proportional-share", 2, 4, Map.of("numa-rebalance", 1000 * SECOND)).inSockets(1);
        Context[] guests = {at(0, "a", 0), at(0, "b", 1), at(0, "c", 2), at(1, "d", 3)};
        machine.startAndRunUntil(30 * SECOND);
        for (int i = 0; i < 3; i++) {
            assertThat(machine.share(guests[i])).isCloseTo(1.0 / 3, within(0.01));
        }
        assertThat(machine.share(guests[3])).isEqualTo(1);
    }

    /**
     * Node 0 is asked for 3 cores, node 1 for 1: at two seconds one guest moves, its 200 MB follow at 100 MB/s, and
     * both nodes are shared by two.
     */
    @Test
    void onImbalanceAGuestMovesAndItsMemoryFollows() {
        machine = TestMachine.of("esx-proportional-share", 2, 4).inSockets(1);
        Context[] guests = {at(0, "a", 0), at(0, "b", 1), at(0, "c", 2), at(1, "d", 3)};
        machine.startAndRunUntil(2 * SECOND);
        Context moved = guests[0];
        assertThat(moved.memory().home()).isEqualTo(1);
        assertThat(moved.memory().remoteShare(1, 2 * SECOND)).isEqualTo(1);
        assertThat(moved.memory().remoteShare(1, 3 * SECOND)).isCloseTo(0.5, within(1e-9));
        assertThat(moved.memory().remoteShare(0, 3 * SECOND)).isCloseTo(0.5, within(1e-9));
        assertThat(moved.memory().remoteShare(1, 4 * SECOND)).isZero();
        long before = machine.got(guests[3]);
        machine.runUntil(12 * SECOND);
        assertThat((double) (machine.got(guests[3]) - before) / SECOND).isCloseTo(5, within(0.1));
        assertThat(guests[1].memory().home()).isZero();
        assertThat(guests[2].memory().home()).isZero();
    }

    /** After the move all are at home: who ran on the other node meanwhile goes home at the end of its slice. */
    @Test
    void whoIsFarFromHomeGoesHomeWhenThereIsRoom() {
        nodes(3);
        Context[] guests = {at(0, "a", 0), at(0, "b", 1), at(0, "c", 2)};
        machine.startAndRunUntil(2 * SECOND + 100 * MILLI);
        for (Context guest : guests) {
            assertThat(guest.core().socket()).as(guest.name()).isEqualTo(guest.memory().home());
        }
    }

    /** A guest wider than a node has no home: both nodes run it. */
    @Test
    void spreadMemoryIsAtHomeNowhere() {
        nodes(3);
        NodeMemory spread = NodeMemory.spread(2, BYTES);
        Context[] vcpus = new Context[3];
        for (int i = 0; i < 3; i++) {
            vcpus[i] = machine.makeHog(machine.context("wide " + i, 0, Share.NEUTRAL, -1, spread));
        }
        machine.startAndRunUntil(SECOND);
        assertThat(vcpus[2].core().socket()).isEqualTo(1);
        assertThat(spread.remoteShare(0, SECOND)).isEqualTo(0.5);
    }

    private void cells(int contexts) {
        machine = TestMachine.of("esx-proportional-share", 4, contexts, Map.of("cell", 2L, "numa-rebalance", 1000 * SECOND));
    }

    /**
     * Guests of two vCPUs have cells of their own. When the second has done its work at 100 ms, nobody may take its
     * cores: a vCPU of the first guest runs as long as the other waits for the single guest, and does not leave its cell.
     */
    @Test
    void vcpusOfAGuestStayInOneCell() {
        cells(5);
        Context a0 = machine.makeHog(machine.context("a0", 0, Share.NEUTRAL, -1));
        Context a1 = machine.makeHog(machine.context("a1", 0, Share.NEUTRAL, -1));
        machine.periodic(machine.context("b0", 1, Share.NEUTRAL, -1), 0, 1000 * SECOND, 100 * MILLI);
        machine.periodic(machine.context("b1", 1, Share.NEUTRAL, -1), 0, 1000 * SECOND, 100 * MILLI);
        Context pinned = machine.makeHog(machine.context("pinned", 2, Share.NEUTRAL, 0));
        machine.startAndRunUntil(10 * SECOND);
        assertThat(machine.share(a0) + machine.share(a1)).isCloseTo(1.5, within(0.2));
        assertThat(machine.share(pinned)).isGreaterThan(0.3);
        assertThat(a0.core().index()).isLessThan(2);
        assertThat(a1.core().index()).isLessThan(2);
    }

    /** Three single guests in the first cell, none in the second: one of them, while it waits, is taken by an idle core. */
    @Test
    void aGuestThatWaitsMovesToACellWithAnIdleCore() {
        cells(6);
        Context[] guests = new Context[6];
        for (int i = 0; i < 6; i += 2) {
            guests[i] = machine.makeHog(machine.context("first " + i, i, Share.NEUTRAL, -1));
            guests[i + 1] = machine.context("idle " + i, i + 1, Share.NEUTRAL, -1);
        }
        machine.startAndRunUntil(SECOND);
        for (int i = 0; i < 6; i += 2) {
            assertThat(machine.share(guests[i])).as(guests[i].name()).isEqualTo(1);
        }
    }
}
