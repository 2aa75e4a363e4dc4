package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PoolTest {
    private int made;
    private final Pool<Object> pool = new Pool<>(() -> {
        made++;
        return new Object();
    });

    @Test
    void asManyAreMadeAsWereInUseAtOnce() {
        for (int round = 0; round < 3; round++) {
            Object[] taken = new Object[10];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = pool.take();
            }
            assertThat(taken).doesNotHaveDuplicates();
            assertThat(pool.inUse()).isEqualTo(10);
            for (Object each : taken) {
                pool.giveBack(each);
            }
        }
        assertThat(made).isEqualTo(10);
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void nothingIsGivenBackTwice() {
        Object taken = pool.take();
        pool.giveBack(taken);
        assertThatThrownBy(() -> pool.giveBack(taken)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsGivenBackTwiceInARowWhileAnotherIsInUse() {
        Object taken = pool.take();
        pool.take();
        pool.giveBack(taken);
        assertThatThrownBy(() -> pool.giveBack(taken)).isInstanceOf(IllegalStateException.class);
    }
}
