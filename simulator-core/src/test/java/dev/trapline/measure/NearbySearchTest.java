package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NearbySearchTest {

    @Test
    void everyLimitIsFoundFromEverywhere() {
        for (long most = 1; most <= 20; most++) {
            for (long limit = 0; limit <= most; limit++) {
                for (long near = -1; near <= most + 1; near++) {
                    NearbySearch search = new NearbySearch(1, most, near);
                    int looks = 0;
                    for (; search.next().isPresent(); looks++) {
                        long at = search.next().orElseThrow();
                        assertThat(at).isBetween(1L, most);
                        search.found(at <= limit);
                    }
                    assertThat(search.value()).isEqualTo(limit);
                    assertThat(looks).isLessThanOrEqualTo(2 + 2 * 5);
                }
            }
        }
    }

    /** Where nothing changes, it looks at the limit and at one beyond. */
    @Test
    void aLimitThatIsWhereItWasTakesTwoLooks() {
        NearbySearch search = new NearbySearch(1, 1000, 500);
        search.found(search.next().orElseThrow() <= 500);
        search.found(search.next().orElseThrow() <= 500);
        assertThat(search.next()).isEmpty();
        assertThat(search.value()).isEqualTo(500);
    }

    @Test
    void nothingLiesBetweenNumbersOutOfOrder() {
        assertThatThrownBy(() -> new NearbySearch(3, 2, 2)).hasMessageContaining("got 3 and 2");
    }
}
