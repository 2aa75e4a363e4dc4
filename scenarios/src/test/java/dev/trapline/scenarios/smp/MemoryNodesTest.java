package dev.trapline.scenarios.smp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.Overrides;
import org.junit.jupiter.api.Test;

/**
 * Memory nodes by hand. Two nodes of two cores; an access takes 100 cycles, and 50 more to the other node; guests have their
 * memory on the nodes in turn; a job is 10 ms of computing with 10,000 accesses.
 */
final class MemoryNodesTest {
    private static void passes(SmpHost host, String group, long remote) {
        assertThat(host.spent(group, "memory-access")).as(group).isEqualTo(1_000);
        assertThat(host.spent(group, "remote memory")).as(group).isEqualTo(remote);
        assertThat(host.latency(group, "remote memory", false)).as(group).isEqualTo(remote);
        assertThat(host.lastLeft(group)).as(group).isEqualTo(11_000 + remote);
    }

    /** Both run on node 0; the first one's memory is there, the second one's on node 1. */
    @Test
    void onlyMemoryOfAnotherNodeCostsMore() {
        SmpHost host = SmpHost.of("nodes.yaml", Overrides.NONE).runUntil(20_000);
        passes(host, "load", 0);
        passes(host, "other", 500);
    }

    /** Three vCPUs do not fit a node: half of what the first accesses is far. */
    @Test
    void memoryOfAGuestWiderThanANodeIsSpread() {
        SmpHost host = SmpHost.of("nodes.yaml", Overrides.NONE.set("guests.load.vcpus", "3")).runUntil(20_000);
        passes(host, "load", 250);
    }

    /** More memory than a node has, 2 of 4 GiB. */
    @Test
    void soIsMemoryThatNoNodeHolds() {
        SmpHost host = SmpHost.of("nodes.yaml", Overrides.NONE.set("guests.load.memory", "3 GiB")).runUntil(20_000);
        passes(host, "load", 250);
    }

    @Test
    void oneSocketHasOneNode() {
        SmpHost host = SmpHost.of("nodes.yaml", Overrides.NONE.set("machine.sockets", "1").set("machine.cores-per-socket", "4"))
                .runUntil(20_000);
        passes(host, "load", 0);
        passes(host, "other", 0);
    }

    /** The accesses of a count are of the core on which the step begins. */
    @Test
    void countedAccessesAreFarAsWell() {
        String counted = "{ extends: remembering, as: counted, steps: [{ compute: 10000000 cycles, counts: { memory-access: 10000 } }] }";
        SmpHost host = SmpHost.of("nodes.yaml", Overrides.NONE.set("guests.other.workload", counted)).runUntil(20_000);
        passes(host, "other", 500);
    }

    /**
     * Under ESX with a core for each node and slices of 2 ms, two guests of node 0 take turns. At 11 ms the one of node 1
     * is done, and its core takes the one that waits. That has done 6 of its 11 ms: in the midst of a piece of 1.1 ms,
     * which goes on at the price at which it began; the four pieces after it have a thousand accesses of 50 cycles more each.
     */
    @Test
    void aPieceIsPricedWhereItBegins() {
        String esx = "{ type: esx-proportional-share, numa-rebalance: 100 s, quantum: 2 ms }";
        SmpHost host = SmpHost.of("moving.yaml", Overrides.NONE.set("platforms.bare.scheduler", esx)).runUntil(60_000);
        assertThat(host.spent("load", "remote memory")).isEqualTo(4 * 50);
        assertThat(host.spent("other", "remote memory")).isZero();
        assertThat(host.lastLeft("load")).isEqualTo(16_200);
        assertThat(host.lastLeft("other")).isEqualTo(17_000);
    }
}
