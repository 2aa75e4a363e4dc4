package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pins the bytes of intervals on every JDK: the logarithms behind Student's t are Java code, and stay so. */
class GoldenIntervalsTest {

    private static final double[] CONFIDENCES = {0.9, 0.95, 0.99};
    private static final int MOST_REPLICATIONS = 60;

    @Test
    void intervalsAreTheRecordedBytes() throws IOException {
        assertThat(allIntervals()).isEqualTo(recorded());
    }

    private static String allIntervals() {
        StringBuilder text = new StringBuilder();
        Replications replications = Replications.of("golden", 1);
        for (int count = 2; count <= MOST_REPLICATIONS; count++) {
            replications.add(count * count % 37);
            text.append(count);
            for (double confidence : CONFIDENCES) {
                double high = replications.estimate(confidence).high();
                text.append(' ').append(Long.toHexString(Double.doubleToLongBits(high)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String recorded() throws IOException {
        try (InputStream stream = GoldenIntervalsTest.class.getResourceAsStream("golden-intervals.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
