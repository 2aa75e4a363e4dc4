package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PhenomenonLinesTest {
    @Test
    void theFirstSentenceEndsBeforeTheNextOne() {
        assertThat(PhenomenonLines.firstSentence("Xen 3.2 takes 9.5 ms. It debits at ticks.")).isEqualTo("Xen 3.2 takes 9.5 ms.");
        assertThat(PhenomenonLines.firstSentence("No stop")).isEqualTo("No stop");
        assertThat(PhenomenonLines.firstSentence("One only.")).isEqualTo("One only.");
    }

    @Test
    void whatDidNotComeOutIsNamed() {
        assertThat(PhenomenonLines.summary(1, List.of())).containsExactly("1 of 1 phenomenon came out.");
        assertThat(PhenomenonLines.summary(3, List.of("c01", "c02")))
                .containsExactly("1 of 3 phenomena came out; not c01, c02.");
    }
}
