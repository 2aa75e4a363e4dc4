package dev.trapline.scenarios.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.declare.Dimension;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "TIME, 30 ms, 30000000000", "TIME, 0.5 us, 500000", "TIME, 1.5 min, 90000000000000", "TIME, 2 h, 7200000000000000",
        "TIME, 1 ps, 1", "BYTES, 4 KiB, 4096", "BYTES, 1.5 GiB, 1610612736", "BYTES, 73 GB, 73000000000",
        "FREQUENCY, 2.33 GHz, 2330000000", "BANDWIDTH, 100 Mb/s, 100000000", "BANDWIDTH, 320 MB/s, 2560000000",
        "CYCLES, 4000 cycles, 4000000", "CYCLES, 0.001 cycles, 1"
    })
    void wholeQuantitiesAreReadExactly(Dimension dimension, String text, long held) throws UnreadableQuantity {
        assertThat(Quantities.parse(text, List.of(dimension)).held()).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"RATE, 150 /s, 150", "RATE, 3 /min, 0.05", "RATE, 36 /h, 0.01", "RATE, 2 /ms, 2000", "RATIO, 7 %, 0.07",
        "RATIO, 100 %, 1", "RATIO, 0.1 %, 0.001"})
    void ratesAndPercentagesAreTheNearestDouble(Dimension dimension, String text, double held) throws UnreadableQuantity {
        assertThat(Quantities.parse(text, List.of(dimension)).held()).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "TIME; 30ms; did you mean '30 ms'", "TIME; 30 MS; did you mean 'ms'", "TIME; 30 foo; unknown unit 'foo'",
        "TIME; 4 KiB; not a size", "TIME; 0.5 ps; whole in picoseconds", "TIME; 99999999999999 h; too large",
        "TIME; 1e3 s; expected a time such as '30 ms'", "TIME; fast; expected a time", "CYCLES; 0.0001 cycles; whole",
        "TIME; 010 s; expected a time", "TIME; 1_000 s; expected a time", "RATIO; .5 %; expected a percentage",
        "COUNT; 4 ms; not a time", "BYTES; 1 KB; did you mean 'kB'"
    })
    void whatCannotBeHeldIsRefusedWithTheRule(Dimension dimension, String text, String rule) {
        assertThatThrownBy(() -> Quantities.parse(text, List.of(dimension)))
                .isInstanceOf(UnreadableQuantity.class)
                .hasMessageContaining(rule);
    }

    @ParameterizedTest
    @CsvSource({"1.5", ".inf", "-.inf", ".nan", "1e99999999", "99999999999999999999"})
    void bareNumbersThatAreNoCountsAreRefused(String text) {
        assertThatThrownBy(() -> Quantities.parseBare(text, List.of(Dimension.COUNT))).isInstanceOf(UnreadableQuantity.class);
    }

    @Test
    void aBareNumberWhereAUnitIsDueShowsAnExample() {
        assertThatThrownBy(() -> Quantities.parseBare("30", List.of(Dimension.TIME)))
                .hasMessage("a unit is due: expected a time such as '30 ms'");
    }

    @ParameterizedTest
    @CsvSource({"TIME, 30000000000, 30 ms", "TIME, 333, 333 ps", "TIME, 0, 0 ps", "BYTES, 536870912, 512 MiB",
        "BYTES, 20000000000, 20 GB", "BYTES, 1448, 1448 B", "FREQUENCY, 2330000000, 2.33 GHz", "CYCLES, 2400500, 2400.5 cycles",
        "BANDWIDTH, 100000000, 100 Mb/s", "COUNT, 4, 4"})
    void wholeValuesHaveOneText(Dimension dimension, long held, String text) {
        assertThat(Quantities.show(dimension, held)).isEqualTo(text);
    }

    @Test
    void doublesHaveTheShortestText() {
        assertThat(Quantities.show(Dimension.RATIO, 0.07)).isEqualTo("7 %");
        assertThat(Quantities.show(Dimension.RATE, 1.0 / 60)).isEqualTo("0.016666666666666666 /s");
        assertThat(Quantities.show(Dimension.NUMBER, 2.0e23)).isEqualTo("200000000000000000000000");
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void whatIsShownReadsToTheSameValue(Dimension dimension) throws UnreadableQuantity {
        long seed = Long.getLong("test.seed", 20080526);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Number value = dimension.isWhole()
                    ? (Number) (random.nextLong() >>> (1 + random.nextInt(62)))
                    : (Number) (random.nextDouble() * StrictMath.pow(10, random.nextInt(12) - 4));
            String text = Quantities.show(dimension, value);
            List<Dimension> allowed = List.of(dimension);
            Amount read = Quantities.isBare(dimension) ? Quantities.parseBare(text, allowed) : Quantities.parse(text, allowed);
            assertThat(read.held()).as("%s, seed %d", text, seed).isEqualTo(value);
        }
    }

    @Test
    void valuesAreComparedInTheUnitOfAMetric() throws UnreadableQuantity {
        Amount amount = Quantities.parse("1.5 ms", List.of(Dimension.TIME));
        assertThat(Quantities.in("us", amount)).contains(1500.0);
        assertThat(Quantities.in("/s", amount)).isEmpty();
    }
}
