package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.random.KeyedSource;
import org.junit.jupiter.api.Test;

class HolmTest {
    /** By hand: 4 x 0.01 and 3 x 0.013 = 0.039, raised to 0.04; 2 x 0.03 = 0.06; 0.6. */
    @Test
    void byHand() {
        double[] corrected = Holm.corrected(0.6, 0.01, 0.03, 0.013);
        assertThat(corrected).containsExactly(new double[] {0.6, 0.04, 0.06, 0.04}, within(1e-12));
    }

    @Test
    void oneTestStaysAsItIs() {
        assertThat(Holm.corrected(0.03)).containsExactly(0.03);
        assertThat(Holm.corrected()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.corrected(Double.NaN));
    }

    @Test
    void neverMoreThanOne() {
        assertThat(Holm.corrected(0.9, 0.8, 0.7)).containsExactly(1, 1, 1);
    }

    /** Ten comparisons of equals in five replications: some difference is called shown in 5 % of families, not in 40 %. */
    @Test
    void aFamilyOfEqualsErrsAsRarelyAsOneTest() {
        int families = 2_000;
        int wrong = 0;
        int wrongUncorrected = 0;
        for (int family = 0; family < families; family++) {
            KeyedSource source = new KeyedSource(7, family, KeyedSource.path("family"));
            double[] probabilities = new double[10];
            for (int i = 0; i < probabilities.length; i++) {
                Replications first = Replications.of("a");
                Replications second = Replications.of("b");
                for (int replication = 0; replication < 5; replication++) {
                    first.add(source.nextGaussian());
                    second.add(source.nextGaussian());
                }
                probabilities[i] = Replications.pairedProbability(first, second);
            }
            wrongUncorrected += least(probabilities) <= 0.05 ? 1 : 0;
            wrong += least(Holm.corrected(probabilities)) <= 0.05 ? 1 : 0;
        }
        assertThat(wrong).isBetween(60, 140);
        assertThat(wrongUncorrected).isGreaterThan(700);
    }

    private static double least(double[] values) {
        double least = 1;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
