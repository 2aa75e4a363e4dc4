package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HeadLineTest {
    @Test
    void replicationsAreThoseThatWereMade() {
        assertThat(HeadLine.replications(5, IntStream.of(20, 8, 8))).isEqualTo("8 to 20 replications");
        assertThat(HeadLine.replications(5, IntStream.of(20, 20))).isEqualTo("20 replications");
        assertThat(HeadLine.replications(5, IntStream.empty())).isEqualTo("5 replications");
    }
}
