package dev.trapline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.PointSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Times of a scheduler that nobody published are drawn like costs: one from each equal part of the range. */
class SchedulerDrawsTest {
    private static final int DRAWS = 10;

    @Test
    void eachPartOfTheRangeIsDrawnOnce() {
        PointSpec point = ScenarioReader.standard(Vocabulary.standard())
                .read(Path.of("src/test/resources/model/one-guest.yaml"), Overrides.NONE.only("hyper-v-2008"))
                .value()
                .experiment()
                .points()
                .get(0);
        CostDraws draws = new CostDraws(42, DRAWS);
        List<Long> quanta = IntStream.range(0, DRAWS)
                .mapToObj(draw -> draws.apply(point, draw).platforms().get(0).scheduler().whole("quantum"))
                .sorted()
                .toList();
        // 10 ms, 5 to 30 ms: five draws below and five above, one in each millisecond and in each four milliseconds.
        for (int i = 0; i < DRAWS; i++) {
            double millis = (double) quanta.get(i) / Time.PICOS_PER_MILLI;
            double low = i < 5 ? 5 + i : 10 + 4 * (i - 5);
            assertThat(millis).isBetween(low, low + (i < 5 ? 1 : 4));
        }
    }

    /** A property of the processor is drawn like that too. */
    @Test
    void wakingACoreIsDrawnFromItsRange() {
        PointSpec point = ScenarioReader.standard(Vocabulary.standard())
                .read(
                        Path.of("src/test/resources/model/one-guest.yaml"),
                        Overrides.NONE.only("hyper-v-2008").set("machine", "xeon-x5570-server"))
                .value()
                .experiment()
                .points()
                .get(0);
        CostDraws draws = new CostDraws(42, DRAWS);
        List<Long> exits = IntStream.range(0, DRAWS)
                .mapToObj(draw -> draws.apply(point, draw).machine().cpu().idleExit().value())
                .sorted()
                .toList();
        // 3 us, at the most 20: half of the draws are at the value, which is the low end, the others one in each fifth above.
        assertThat(exits.subList(0, 5)).containsOnly(3 * Time.PICOS_PER_MICRO);
        for (int i = 5; i < DRAWS; i++) {
            double low = 3 + 3.4 * (i - 5);
            assertThat((double) exits.get(i) / Time.PICOS_PER_MICRO).isBetween(low, low + 3.4);
        }
    }
}
