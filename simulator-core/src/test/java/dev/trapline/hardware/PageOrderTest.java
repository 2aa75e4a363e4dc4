package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.random.KeyedSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of pages, against a list of them. */
class PageOrderTest {
    private static final int STEPS = 50_000;

    private final PageOrder order = new PageOrder();

    @Test
    void whatIsPutOrUsedIsLast() {
        order.put(7);
        order.put(1L << 50);
        order.put(3);
        order.put(7);
        assertThat(order.use(4)).isFalse();
        assertThat(order.use(1L << 50)).isTrue();
        assertThat(taken(order)).containsExactly(3L, 7L, 1L << 50);
    }

    @Test
    void whatIsThereKeepsItsPlaceAndTime() {
        order.putIfAbsent(5, 100);
        order.putIfAbsent(6, 200);
        order.putIfAbsent(5, 300);
        assertThat(order.first()).isEqualTo(5);
        assertThat(order.firstSince()).isEqualTo(100);
    }

    @Test
    void theFirstOfNonePutsAnEndToTheRun() {
        assertThatThrownBy(order::first).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itDoesWhatAListDoes() {
        KeyedSource draws = new KeyedSource(42, 0, KeyedSource.path("page order"));
        List<Long> list = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            // neighbours and pages that are far apart, so that many share a place of the table
            long page = (long) draws.nextInt(40) << 22 * draws.nextInt(3);
            switch (draws.nextInt(4)) {
                case 0 -> {
                    order.remove(page);
                    list.remove(page);
                }
                case 1 -> {
                    assertThat(order.use(page)).isEqualTo(list.contains(page));
                    if (list.remove(page)) {
                        list.add(page);
                    }
                }
                case 2 -> {
                    order.putIfAbsent(page, step);
                    if (!list.contains(page)) {
                        list.add(page);
                    }
                }
                default -> {
                    order.put(page);
                    list.remove(page);
                    list.add(page);
                }
            }
            assertThat(order.size()).isEqualTo(list.size());
            assertThat(order.contains(page)).isEqualTo(list.contains(page));
            if (!list.isEmpty()) {
                assertThat(order.first()).isEqualTo(list.get(0));
            }
        }
        assertThat(order.alsoIn(order)).isEqualTo(list.size());
        assertThat(taken(order)).isEqualTo(list);
    }

    private static List<Long> taken(PageOrder order) {
        List<Long> taken = new ArrayList<>();
        while (!order.isEmpty()) {
            taken.add(order.first());
            order.remove(order.first());
        }
        return taken;
    }
}
