package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RatioCellTest {
    /**
     * Measured 0.5 and 0.8, simulated 0.6 and 0.8: off by a fifth and by nothing. As fast as native is off by one and by a
     * quarter, the factor, which is the root of 0.4, by 0.265 and 0.209.
     */
    @Test
    void errorsStandBesideThoseOfTheBaselines() {
        List<RatioCell> cells = List.of(new RatioCell("hosted", 0.5, 0.6), new RatioCell("hosted", 0.8, 0.8));
        assertThat(RatioCell.errors(cells))
                .contains("off by 10.0 % on average over 2 cells")
                .contains("\"as fast as native\" would be off by 62.5 %")
                .contains("very cells, by 23.7 %");
    }

    @Test
    void eachPlatformHasAFactorOfItsOwn() {
        List<RatioCell> cells = List.of(new RatioCell("a", 0.5, 0.5), new RatioCell("b", 2, 2));
        assertThat(RatioCell.errors(cells)).contains("very cells, by 0.0 %");
    }
}
