package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 1 ps",
        "999, 999 ps",
        "1000, 1 ns",
        "1001, 1.001 ns",
        "999999, 999.999 ns",
        "50000000, 50 us",
        "1500000000, 1.5 ms",
        "1000000001, 1.000000001 ms",
        "1000000000000, 1 s",
        "1000000000001, 1.000000000001 s",
        "3723000000000000, 3723 s",
        "-1500, -1.5 ns",
        "-999, -999 ps",
        "9223372036854775807, 9223372.036854775807 s",
        "-9223372036854775808, -9223372.036854775808 s"
    })
    void formatsExactlyInTheLargestUnitThatFits(long picos, String text) {
        assertThat(Time.format(picos)).isEqualTo(text);
    }

    @Test
    void formatsAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Time.format(-1_234_567)).isEqualTo("-1.234567 us");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void unitsAreAThousandTimesEachOther() {
        assertThat(Time.PICOS_PER_NANO).isEqualTo(1_000);
        assertThat(Time.PICOS_PER_MICRO).isEqualTo(1_000 * Time.PICOS_PER_NANO);
        assertThat(Time.PICOS_PER_MILLI).isEqualTo(1_000 * Time.PICOS_PER_MICRO);
        assertThat(Time.PICOS_PER_SECOND).isEqualTo(1_000 * Time.PICOS_PER_MILLI);
    }
}
