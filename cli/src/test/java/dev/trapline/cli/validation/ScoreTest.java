package dev.trapline.cli.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.scenarios.published.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScoreTest {
    private static Bound bound(List<Row> rows, List<Fitted> fitted, String words) {
        return new Score(rows, fitted).bounds().stream().filter(it -> it.text().contains(words)).findFirst().orElseThrow();
    }

    private static Bound bound(List<Row> rows, String words) {
        return bound(rows, List.of(), words);
    }

    @Test
    void aMedianIsTheMiddle() {
        assertThat(Medians.of(List.of(3.0, 1.0, 2.0))).hasValue(2.0);
        assertThat(Medians.of(List.of(4.0, 1.0, 2.0, 3.0))).hasValue(2.5);
        assertThat(Medians.of(List.of())).isEmpty();
    }

    /** Twice and eight times as slow: one factor would be four. Throughput of a quarter is four times as slow. */
    @Test
    void baselinesKnowWhatIsSlower() {
        Baselines baselines = Baselines.of(List.of(
                Rows.ratio("xen", "a", 2, 2.2, true), Rows.ratio("xen", "b", 8, 8, true), Rows.ratio("xen", "c", 0.25, 0.2, false)));
        assertThat(baselines.factors()).containsOnlyKeys("xen");
        assertThat(baselines.factors().get("xen")).isCloseTo(4, within(1e-12));
        assertThat(baselines.model().orElseThrow()).as("of 10 %, 0 % and 20 %").isCloseTo(0.1, within(1e-12));
        assertThat(baselines.asNative().orElseThrow()).as("of 1/2, 7/8 and 3").isCloseTo(0.875, within(1e-12));
        assertThat(baselines.oneFactor().orElseThrow()).as("of 1, 1/2 and 0").isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatCostsNothingIsFittedToButNotCompared() {
        Baselines baselines = Baselines.of(List.of(Rows.ratio("xen", "a", 1.04, 1, true), Rows.ratio("xen", "b", 2, 2, true)));
        assertThat(baselines.compared()).hasSize(1);
        assertThat(baselines.factors().get("xen")).isCloseTo(Math.sqrt(2.08), within(1e-12));
    }

    @Test
    void aPredictionIsScoredByItsRatioAndAResidualByItself() {
        List<Row> rows = List.of(
                Rows.ratio("xen", "a", 2, 2.5, true),
                Rows.figure(Use.PREDICT, "xen", "b", 10, 11),
                Rows.figure(Use.CALIBRATE, "xen", "c", 10, 13));
        Score score = new Score(rows, List.of());
        assertThat(score.median(Use.PREDICT).orElseThrow()).as("of 25 % and 10 %").isCloseTo(0.175, within(1e-12));
        assertThat(score.median(Use.CALIBRATE).orElseThrow()).isCloseTo(0.3, within(1e-12));
        assertThat(score.median(Use.INPUT)).isEmpty();
    }

    @Test
    void mediansHaveBounds() {
        assertThat(bound(List.of(Rows.figure(Use.CALIBRATE, "xen", "a", 100, 107.9)), "calibrated rows is at most").kept()).isTrue();
        assertThat(bound(List.of(Rows.figure(Use.CALIBRATE, "xen", "a", 100, 108.1)), "calibrated rows is at most").kept()).isFalse();
        assertThat(bound(List.of(Rows.ratio("xen", "a", 2, 2.239, true)), "predicted rows is at most").kept()).isTrue();
        assertThat(bound(List.of(Rows.ratio("xen", "a", 2, 2.25, true)), "predicted rows is at most").kept()).isFalse();
        assertThat(bound(List.of(), "predicted rows is at most").kept()).isFalse();
    }

    @Test
    void whatIsFarOffNeedsAReason() {
        Row far = Rows.figure(Use.CALIBRATE, "xen", "a", 100, 121);
        assertThat(bound(List.of(far), "off by more than 20 %").kept()).isFalse();
        assertThat(bound(List.of(far), "off by more than 20 %").found()).contains("1 are, 1 without: t, a, xen");
        assertThat(bound(List.of(Rows.explained(far, "no batching")), "off by more than 20 %").kept()).isTrue();
        Row wrong = Rows.ratio("xen", "a", 2, 2.71, true);
        assertThat(bound(List.of(wrong), "off by more than 35 %").kept()).isFalse();
        assertThat(bound(List.of(Rows.explained(wrong, "x")), "off by more than 35 %").kept()).isTrue();
    }

    @Test
    void ratiosHaveBoundsOfTheirOwn() {
        Row near = Rows.ratio("xen", "a", 2, 2.29, true);
        assertThat(bound(List.of(near), "ratios to native with an overhead of 5 % is at most 15 %").kept()).isTrue();
        Row off = Rows.ratio("xen", "a", 2, 2.31, true);
        assertThat(bound(List.of(off), "ratios to native with an overhead of 5 % is at most 15 %").kept()).isFalse();
        Row far = Rows.ratio("xen", "b", 2, 2.81, true);
        assertThat(bound(List.of(near, far), "ratios to native that are off by more than 40 %").found())
                .isEqualTo("1 are, 1 without: t, b, xen");
        assertThat(bound(List.of(Rows.explained(far, "x")), "ratios to native that are off by more than 40 %").kept()).isTrue();
        Row free = Rows.ratio("xen", "c", 1.04, 2, true);
        assertThat(bound(List.of(free), "ratios to native that are off by more than 40 %").found()).isEqualTo("0 are, 0 without");
    }

    @Test
    void theModelMustBeHalfAsFarOffAsEachBaseline() {
        List<Row> good = List.of(Rows.ratio("xen", "a", 2, 2.2, true), Rows.ratio("xen", "b", 8, 8, true));
        assertThat(bound(good, "as fast as native").kept()).as("5 % beside 69 %").isTrue();
        assertThat(bound(good, "one factor").kept()).as("5 % beside 75 %").isTrue();
        List<Row> single = List.of(Rows.ratio("xen", "a", 2, 2.2, true));
        assertThat(bound(single, "one factor").kept()).as("one factor fits one row exactly").isFalse();
    }

    @Test
    void atMostHalfAsManyCostsAreFittedAsThereAreFigures() {
        assertThat(bound(List.of(), List.of(new Fitted("t", 4, 0, 0, Map.of("xen", 2))), "half as many costs").kept()).isTrue();
        Bound broken = bound(List.of(), List.of(new Fitted("t", 4, 0, 0, Map.of("xen", 2, "esx", 1))), "half as many costs");
        assertThat(broken.kept()).isFalse();
        assertThat(bound(List.of(), List.of(new Fitted("t", 4, 1, 0, Map.of("xen", 3))), "half as many costs").kept())
                .as("one more for the figure that identifies a number").isTrue();
        assertThat(broken.found()).contains("too many to t: 3 to 4 figures");
    }

    @Test
    void ordersAreComparedWithinRowsWhereFiguresDiffer() {
        List<Row> rows = new ArrayList<>(List.of(
                Rows.figure(Use.INPUT, "native", "a", 100, 100),
                Rows.figure(Use.PREDICT, "xen", "a", 104, 90),
                Rows.figure(Use.PREDICT, "esx", "a", 200, 95),
                Rows.figure(Use.PREDICT, "xen", "b", 1, 1000)));
        Orders orders = Orders.of(rows);
        assertThat(orders.right()).as("esx above xen; native and xen are too near to tell").isEqualTo(1);
        assertThat(orders.wrong()).extracting(Orders.Pair::inWords).containsExactly("t, a, native is not below a, esx");
        assertThat(bound(rows, "in their order").kept()).isFalse();
        rows.set(2, Rows.explained(rows.get(2), "reason"));
        assertThat(bound(rows, "in their order").kept()).isTrue();
    }

    @Test
    void aPairNamesBothRows() {
        Row xen = Rows.figure(Use.ORDER, "xen", "a", 100, 300);
        Row esx = Rows.figure(Use.ORDER, "esx", "a", 200, 250);
        Row other = Rows.figure(Use.ORDER, "kvm", "a", 400, 500);
        Orders orders = Orders.of(List.of(xen, esx, other));
        assertThat(orders.isWrong(xen) && orders.isWrong(esx)).isTrue();
        assertThat(orders.isWrong(other)).isFalse();
    }

    @Test
    void calibratedAndNativeRowsAloneClaimNoOrder() {
        List<Row> rows = List.of(
                Rows.figure(Use.INPUT, "native", "a", 100, 100),
                Rows.figure(Use.CALIBRATE, "xen", "a", 200, 90),
                Rows.figure(Use.IDENTIFY, "esx", "a", 300, 50));
        assertThat(Orders.of(rows).right() + Orders.of(rows).wrong().size()).isZero();
    }

    @Test
    void aRatioClaimsOnWhichSideItIs() {
        assertThat(Orders.of(List.of(Rows.relative("xen", 0.9, 0.8))).right()).isEqualTo(1);
        assertThat(Orders.of(List.of(Rows.relative("xen", 0.9, 1.1))).wrong()).hasSize(1);
        assertThat(Orders.of(List.of(Rows.relative("xen", 0.97, 1.1))).wrong()).isEmpty();
    }
}
