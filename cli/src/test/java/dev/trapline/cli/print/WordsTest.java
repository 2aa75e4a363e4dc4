package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
    @ParameterizedTest
    @CsvSource({"812.43, 812.4", "0.084123, 0.08412", "123456.7, 123457", "0, 0", "-3.5, -3.5", "1e-9, 0"})
    void valuesHaveFourDigits(double value, String words) {
        assertThat(Words.value(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "812.43, 3.14, 812.4 +- 3.1",
        "812.43, 35, 812 +- 35",
        "0.98765, 0.0123, 0.988 +- 0.012",
        "95.8, 0, 95.8",
        "85.981, 4e-14, 85.98",
        "0, 0, 0"
    })
    void intervalsHaveTwoDigitsAndTheMeanAsManyDecimals(double mean, double half, String words) {
        assertThat(Words.interval(mean, half)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.934, 0.93x", "1, 1.00x", "12.345, 12.35x", "0.0412, 0.041x", "0, 0.00x"})
    void ratiosHaveTwoDecimalsAtLeast(double ratio, String words) {
        assertThat(Words.ratio(ratio)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"845123|845,123 events", "12345678|12.3 M events", "0|0 events"})
    void eventsAreCountedOutBelowAMillion(long events, String words) {
        assertThat(Words.events(events)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.6, 0.4 to 0.6", "0.4, 0.4, 0.4"})
    void rangesOfOneLookAreOneNumber(String low, String high, String words) {
        assertThat(Words.range(low, high)).isEqualTo(words);
    }
}
