package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who goes next, by hand. */
class SecondChanceTest {
    private final SecondChance.Arrivals arrivals = new SecondChance.Arrivals();
    private final SecondChance pages = new SecondChance(10, arrivals);

    @Test
    void whoCameFirstGoesFirst() {
        pages.add(7);
        pages.add(3);
        pages.add(5);
        assertThat(pages.take()).isEqualTo(7);
        assertThat(pages.take()).isEqualTo(3);
        assertThat(pages.take()).isEqualTo(5);
        assertThat(pages.take()).isEqualTo(SecondChance.NONE);
    }

    @Test
    void aUsedPageIsSparedOnceAndGoesToTheEnd() {
        pages.add(0);
        pages.add(1);
        pages.add(2);
        pages.use(0);
        pages.use(1);
        assertThat(pages.take()).isEqualTo(2);
        assertThat(pages.take()).isEqualTo(0);
        assertThat(pages.take()).isEqualTo(1);
    }

    @Test
    void ifAllWereUsedTheFirstGoes() {
        pages.add(4);
        pages.add(6);
        pages.use(4);
        pages.use(6);
        assertThat(pages.take()).isEqualTo(4);
    }

    @Test
    void anyPageCanLeaveAndComeBack() {
        pages.add(0);
        pages.add(1);
        pages.add(2);
        pages.remove(1);
        assertThat(pages.contains(1)).isFalse();
        assertThat(pages.size()).isEqualTo(2);
        pages.add(1);
        assertThat(pages.first()).isZero();
        pages.remove(0);
        assertThat(pages.take()).isEqualTo(2);
        assertThat(pages.take()).isEqualTo(1);
    }

    @Test
    void theOrderOfSeveralListsCanBeCompared() {
        SecondChance others = new SecondChance(10, arrivals);
        pages.add(0);
        others.add(0);
        pages.add(1);
        assertThat(pages.firstCame()).isLessThan(others.firstCame());
        pages.use(0);
        assertThat(pages.spareFirst()).isTrue();
        assertThat(pages.firstCame()).isGreaterThan(others.firstCame());
        others.remove(0);
        assertThat(others.firstCame()).isEqualTo(Long.MAX_VALUE);
    }
}
