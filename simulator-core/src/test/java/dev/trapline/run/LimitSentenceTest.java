package dev.trapline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LimitSentenceTest {
    private static String sentence(double low, double high) {
        Results.Limit limit = new Results.Limit(
                "native", "", "", "tiles", "tiles", 1, 20, "found", 9, 9, 9, 0.95, "", "cores", 10, 20, "", List.of());
        Results.DrawRange drawn = new Results.DrawRange("native", "", 0, "", "limit", "", 9, low, low, high, 20);
        return LimitSentence.complete(limit, "Native", Optional.empty(), Optional.empty(), Optional.of(drawn)).sentence();
    }

    @Test
    void drawsThatAgreeOnAnotherLimitNameIt() {
        assertThat(sentence(9, 9)).isEqualTo("Native carries 9 tiles (the same over 20 draws of costs).");
        assertThat(sentence(7, 7)).isEqualTo("Native carries 9 tiles (7 over 20 draws of costs).");
        assertThat(sentence(7, 9)).isEqualTo("Native carries 9 tiles (7 to 9 over 20 draws of costs).");
    }
}
