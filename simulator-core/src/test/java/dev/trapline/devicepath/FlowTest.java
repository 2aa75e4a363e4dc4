package dev.trapline.devicepath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.random.KeyedSource;
import org.junit.jupiter.api.Test;

/** A connection stays in its queue, and many spread over all queues as by chance. */
class FlowTest {
    private static final int QUEUES = 8;
    private static final int FLOWS = 8_000;

    @Test
    void aConnectionAlwaysGoesToOneQueue() {
        assertThat(flow(7).queue(QUEUES)).isEqualTo(flow(7).queue(QUEUES));
        assertThat(flow(7).queue(1)).isZero();
    }

    /** A thousand each, give or take four standard deviations of a binomial draw. */
    @Test
    void manyConnectionsSpread() {
        int[] counts = new int[QUEUES];
        for (int i = 0; i < FLOWS; i++) {
            counts[flow(i).queue(QUEUES)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(1000 - 118, 1000 + 118);
        }
    }

    private static Flow flow(long number) {
        return Flow.of(new KeyedSource(0, 0, KeyedSource.path("guest")).at(number, 0, 0).nextLong());
    }
}
