package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.measure.LimitSearch.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class LimitSearchTest {

    private static List<Long> run(LimitSearch search, LongFunction<Finding> world) {
        List<Long> visited = new ArrayList<>();
        while (search.next().isPresent()) {
            long at = search.next().orElseThrow();
            assertThat(visited).doesNotContain(at);
            visited.add(at);
            search.found(at, world.apply(at));
        }
        return visited;
    }

    private static Finding decided(long at, long limit) {
        return at <= limit ? Finding.HOLDS : Finding.BROKEN;
    }

    @Test
    void everyLimitIsFoundExactlyAndWithFewVisits() {
        for (long most = 1; most <= 70; most++) {
            for (long limit = 0; limit <= most; limit++) {
                long wanted = limit;
                LimitSearch search = new LimitSearch(1, most);
                List<Long> visited = run(search, at -> decided(at, wanted));
                assertThat(List.of(search.low(), search.value(), search.high())).containsOnly(limit);
                assertThat(visited).hasSizeLessThanOrEqualTo(LimitSearch.mostVisits(1, most));
            }
        }
    }

    @Test
    void itBracketsAndThenHalves() {
        assertThat(run(new LimitSearch(1, 100), at -> decided(at, 11))).containsExactly(10L, 40L, 25L, 17L, 13L, 11L, 12L);
        assertThat(run(new LimitSearch(10, 100), at -> decided(at, 9))).containsExactly(31L, 10L);
    }

    @Test
    void whatIsUndecidedWidensTheInterval() {
        LimitSearch search = new LimitSearch(1, 100);
        List<Long> visited = run(search, at -> at <= 8 ? Finding.HOLDS
                : at >= 14 ? Finding.BROKEN : at <= 11 ? Finding.SEEMS_TO_HOLD : Finding.SEEMS_BROKEN);
        assertThat(List.of(search.low(), search.value(), search.high())).containsExactly(8L, 11L, 13L);
        assertThat(visited).contains(9L, 13L, 14L);
    }

    @Test
    void anUndecidedEndOfTheRangeIsAnEndOfTheInterval() {
        LimitSearch search = new LimitSearch(1, 4);
        run(search, at -> Finding.SEEMS_TO_HOLD);
        assertThat(List.of(search.low(), search.value(), search.high())).containsExactly(0L, 4L, 4L);
        search = new LimitSearch(1, 4);
        run(search, at -> Finding.SEEMS_BROKEN);
        assertThat(List.of(search.low(), search.value(), search.high())).containsExactly(0L, 0L, 4L);
    }

    @Test
    void theLimitIsInsideItsIntervalWhateverIsFound() {
        Finding[] all = Finding.values();
        for (long code = 0; code < 4096; code++) {
            long findings = code;
            LimitSearch search = new LimitSearch(1, 6);
            run(search, at -> all[(int) (findings >> 2 * (at - 1) & 3)]);
            assertThat(search.value()).isBetween(search.low(), StrictMath.max(search.low(), search.high()));
        }
    }

    @Test
    void whatWasNotAskedForIsRefused() {
        assertThatThrownBy(() -> new LimitSearch(5, 4)).hasMessageContaining("5 and 4");
        assertThatThrownBy(() -> new LimitSearch(1, 4).found(5, Finding.HOLDS)).hasMessageContaining("A finding at 5");
    }

    @Test
    void aBoundIsDecidedByTheWholeInterval() {
        Bound most = new Bound(10, true);
        assertThat(most.judge(new Estimate(9, 8, 10, 0.95, 5))).isEqualTo(Finding.HOLDS);
        assertThat(most.judge(new Estimate(9, 8, 11, 0.95, 5))).isEqualTo(Finding.SEEMS_TO_HOLD);
        assertThat(most.judge(new Estimate(11, 10, 12, 0.95, 5))).isEqualTo(Finding.SEEMS_BROKEN);
        assertThat(most.judge(new Estimate(12, 11, 13, 0.95, 5))).isEqualTo(Finding.BROKEN);
        assertThat(most.judge(Estimate.ofOne(12, 0.95))).isEqualTo(Finding.SEEMS_BROKEN);
        assertThat(new Bound(10, false).judge(new Estimate(12, 10, 14, 0.95, 5))).isEqualTo(Finding.HOLDS);
        assertThat(new Bound(10, false).excess(9)).isEqualTo(0.1);
    }

    @Test
    void looksDoubleUpToTheMost() {
        Looks looks = new Looks(5, 40);
        assertThat(List.of(looks.after(0), looks.after(5), looks.after(10), looks.after(20), looks.after(40)))
                .containsExactly(5, 10, 20, 40, 40);
        assertThat(looks.count()).isEqualTo(4);
        assertThat(new Looks(5, 3).count()).isEqualTo(1);
    }
}
