package dev.trapline.scenarios.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void theNearestWordIsSuggested() {
        List<String> known = List.of("memory", "workload", "vcpus", "os");
        assertThat(Wording.didYouMean("memroy", known)).isEqualTo(" (did you mean 'memory'?)");
        assertThat(Wording.didYouMean("Workload", known)).isEqualTo(" (did you mean 'workload'?)");
        assertThat(Wording.didYouMean("banana", known)).isEmpty();
        assertThat(Wording.didYouMean("x".repeat(1_000_000), known)).isEmpty();
    }

    @Test
    void whatIsQuotedDoesNoHarmOnATerminal() {
        assertThat(Wording.quoted("\u001b[31mred\n")).isEqualTo("'\\u001b[31mred\\u000a'");
        assertThat(Wording.quoted("x".repeat(100))).hasSize(65).endsWith("...'");
    }
}
