package dev.trapline.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Pins the bytes of draws on every JDK and machine.
 *
 * <p>A difference here changes every result ever published: it needs a sentence in CHANGELOG, never a quiet update.
 */
class GoldenDrawsTest {

    private static final int SHOWN = 4;
    private static final int DIGESTED = 50_000;

    @Test
    void drawsAreTheRecordedBytes() throws IOException {
        assertThat(allDraws()).isEqualTo(recorded());
    }

    private static String allDraws() {
        StringBuilder text = new StringBuilder();
        for (DistributionSamples.Sample sample : DistributionSamples.ALL) {
            text.append(drawsOf(sample)).append('\n');
        }
        return text.toString();
    }

    private static String drawsOf(DistributionSamples.Sample sample) {
        KeyedSource source = new KeyedSource(42, 0, KeyedSource.path("golden"));
        Distribution distribution = sample.distribution();
        StringBuilder line = new StringBuilder(sample.label()).append(':');
        long digest = 0;
        for (int i = 0; i < DIGESTED; i++) {
            long bits = Double.doubleToLongBits(distribution.sample(source.at(i % 10, i / 10, 0)));
            if (i < SHOWN) {
                line.append(' ').append(Long.toHexString(bits));
            }
            digest = 31 * digest + bits;
        }
        return line.append(" digest ").append(Long.toHexString(digest)).toString();
    }

    private static String recorded() throws IOException {
        try (InputStream stream = GoldenDrawsTest.class.getResourceAsStream("golden-draws.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
