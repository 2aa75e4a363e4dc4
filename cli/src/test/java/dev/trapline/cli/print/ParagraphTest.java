package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParagraphTest {
    @Test
    void linesBreakBetweenWordsAtTheWidth() {
        List<String> lines = Paragraph.wrapped("", "  ", "word ".repeat(50));
        assertThat(lines).hasSize(4).allMatch(line -> line.length() <= Paragraph.WIDTH);
        assertThat(lines.get(0)).hasSize(79);
        assertThat(lines.get(1)).startsWith("  word");
        assertThat(String.join(" ", lines).split("\\s+")).hasSize(50);
    }

    @Test
    void aWordThatFitsNowhereStandsAlone() {
        String path = "/".repeat(150);
        assertThat(Paragraph.wrapped("see " + path + " now")).containsExactly("see", path, "now");
    }

    @Test
    void numbersKeepTheirPercentSign() {
        assertThat(Paragraph.wrapped("x".repeat(76) + " 54 % of it")).containsExactly("x".repeat(76), "54 % of it");
    }

    @Test
    void aFirstLineMayBeginInAnotherWay() {
        assertThat(Paragraph.wrapped("Note: ", "  ", "short")).containsExactly("Note: short");
    }

    @Test
    void aCellThatIsIndentedByMoreThanItsColumnIsBrokenNevertheless() {
        List<String> lines = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Paragraph.broken("      abc", 4));
        assertThat(lines).containsExactly("   a", "   b", "   c");
    }
}
