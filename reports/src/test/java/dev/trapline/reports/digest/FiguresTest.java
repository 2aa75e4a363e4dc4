package dev.trapline.reports.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FiguresTest {
    @Test
    void fourDigitsAndNoZerosAtTheEnd() {
        assertThat(plain(Figures.value(812.43))).isEqualTo("812.4");
        assertThat(plain(Figures.value(0.084123))).isEqualTo("0.08412");
        assertThat(plain(Figures.value(3))).isEqualTo("3");
        assertThat(plain(Figures.value(0))).isEqualTo("0");
        assertThat(plain(Figures.value(-12.5))).isEqualTo("-12.5");
        assertThat(plain(Figures.value(99999.7))).isEqualTo("100 000");
        assertThat(plain(Figures.value(1234567))).isEqualTo("1 234 567");
        assertThat(plain(Figures.value(1e-9))).isEqualTo("0");
    }

    @Test
    void anErrorHasTwoDigitsAndTheMeanAsMany() {
        assertThat(plain(Figures.interval(812.431, 809.331, 815.531))).isEqualTo("812.4 +- 3.1");
        assertThat(plain(Figures.interval(1538.2, 1517.9, 1558.5))).isEqualTo("1 538 +- 20");
        assertThat(plain(Figures.interval(0.0123, 0.0119, 0.0127))).isEqualTo("0.01230 +- 0.00040");
        assertThat(plain(Figures.interval(41.2, 39, 47.5))).isEqualTo("41.2 (39.0 to 47.5)");
        assertThat(plain(Figures.interval(85.98, 85.98 - 4e-15, 85.98 + 4e-15))).isEqualTo("85.98");
        assertThat(plain(Figures.interval(7, 7, 7))).isEqualTo("7");
    }

    @Test
    void ratiosThatLookAlikeAreOne() {
        assertThat(Figures.ratios(0.401, 0.399)).isEqualTo("0.40");
        assertThat(plain(Figures.ratios(0.4, 0.6))).isEqualTo("0.40-0.60");
        assertThat(plain(Figures.percent(0.536))).isEqualTo("54 %");
    }

    /** The same with keys that every keyboard has. */
    private static String plain(String text) {
        return text.replace('\u202f', ' ')
                .replace('\u2212', '-')
                .replace('\u2013', '-')
                .replace("\u00b1", "+-");
    }
}
