package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Co-scheduling of ESX by hand: quanta of 50 ms, a skew of 3 ms, two cores, a guest with vCPUs a and b, and a hog. */
class CoSchedulingTest {
    private TestMachine machine;
    private Context a;
    private Context b;
    private Context hog;

    private void hogs(String kind) {
        machine = TestMachine.of("esx-proportional-share", 2, 3, Map.of("co-scheduling", kind));
        a = machine.makeHog(machine.context("a", 0, Share.NEUTRAL, -1));
        b = machine.makeHog(machine.context("b", 0, Share.NEUTRAL, -1));
        hog = machine.makeHog(machine.context("hog", 1, Share.NEUTRAL, -1));
        machine.start();
    }

    private long furthestApart(long from, long to) {
        long most = 0;
        for (long now = from; now <= to; now += MILLI / 2) {
            machine.runUntil(now);
            most = Math.max(most, Math.abs(machine.got(a) - machine.got(b)));
        }
        return most;
    }

    /** At 50 the hog takes a's core, and b goes on alone until the hog's slice is over. */
    @Test
    void withoutItAVcpuFallsAWholeSliceBehind() {
        hogs("none");
        assertThat(furthestApart(0, 100 * MILLI)).isEqualTo(50 * MILLI);
        assertThat(a.coStoppedPicos(100 * MILLI)).isZero();
    }

    /** From 53 on a and b share the core that the hog leaves them, 3 ms each, and nobody waits for a second one. */
    @Test
    void relaxedStartsWhoLagsBehind() {
        hogs("relaxed");
        machine.runUntil(53 * MILLI);
        assertThat(machine.got(b)).isEqualTo(53 * MILLI);
        machine.runUntil(56 * MILLI);
        assertThat(machine.got(a)).isEqualTo(53 * MILLI);
        assertThat(furthestApart(56 * MILLI, 100 * MILLI)).isEqualTo(3 * MILLI);
        assertThat(machine.got(hog)).isEqualTo(50 * MILLI);
        assertThat(machine.got(a) + machine.got(b)).as("no core idles").isEqualTo(150 * MILLI);
        assertThat(a.coStoppedPicos(100 * MILLI) + b.coStoppedPicos(100 * MILLI)).isZero();
    }

    /**
     * At 53 both are stopped, and only at 100, when the hog's slice is over, there are two cores for them; so again at 153.
     * The second core idles for 47 ms of each 100.
     */
    @Test
    void strictWaitsForACoreForEach() {
        hogs("strict");
        assertThat(furthestApart(0, 99 * MILLI)).isEqualTo(3 * MILLI);
        machine.runUntil(200 * MILLI);
        assertThat(machine.got(a)).isEqualTo(100 * MILLI);
        assertThat(machine.got(b)).isEqualTo(106 * MILLI);
        assertThat(machine.got(hog)).isEqualTo(100 * MILLI);
        assertThat(a.coStoppedPicos(200 * MILLI)).isEqualTo(94 * MILLI);
        assertThat(b.coStoppedPicos(200 * MILLI)).isEqualTo(94 * MILLI);
        assertThat(machine.processors.cores().get(1).idlePicos(200 * MILLI)).isEqualTo(94 * MILLI);
    }

    /** Three vCPUs and two hogs on three cores: the skew is forgotten at each start, so they differ in the long run, but little. */
    @Test
    void vcpusOfAGuestProgressAlike() {
        for (String kind : new String[] {"relaxed", "strict"}) {
            machine = TestMachine.of("esx-proportional-share", 3, 5, Map.of("co-scheduling", kind));
            for (int i = 0; i < 5; i++) {
                machine.makeHog(machine.context("vcpu " + i, Math.max(0, i - 2), Share.NEUTRAL, -1));
            }
            machine.startAndRunUntil(20 * SECOND);
            for (Context vcpu : machine.processors.contexts().subList(0, 3)) {
                assertThat(machine.share(vcpu)).as(kind).isCloseTo(machine.share(machine.processors.contexts().get(0)), withinPercentage(3));
            }
        }
    }

    @Test
    void anIdleVcpuDoesNotLag() {
        machine = TestMachine.of("esx-proportional-share", 2, 4);
        a = machine.makeHog(machine.context("a", 0, Share.NEUTRAL, -1));
        b = machine.context("b", 0, Share.NEUTRAL, -1);
        Context one = machine.makeHog(machine.context("one", 1, Share.NEUTRAL, -1));
        Context other = machine.makeHog(machine.context("other", 2, Share.NEUTRAL, -1));
        machine.startAndRunUntil(100 * SECOND);
        assertThat(machine.share(a)).isCloseTo(2.0 / 3, withinPercentage(1));
        assertThat(machine.share(one)).isCloseTo(2.0 / 3, withinPercentage(1));
        assertThat(machine.share(other)).isCloseTo(2.0 / 3, withinPercentage(1));
        assertThat(a.coStoppedPicos(100 * SECOND)).isZero();
    }

    /** Three vCPUs on two cores could never start together. */
    @Test
    void aGuestThatIsTooLargeForTheMachineIsNotCoScheduled() {
        machine = TestMachine.of("esx-proportional-share", 2, 3, Map.of("co-scheduling", "strict"));
        for (int i = 0; i < 3; i++) {
            machine.makeHog(machine.context("vcpu " + i, 0, Share.NEUTRAL, -1));
        }
        machine.startAndRunUntil(100 * SECOND);
        for (Context context : machine.processors.contexts()) {
            assertThat(machine.share(context)).isCloseTo(2.0 / 3, withinPercentage(1));
        }
    }
}
