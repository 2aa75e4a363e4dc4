package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.reports.chart.ChartDescription;
import dev.trapline.reports.chart.ChartPictures;
import dev.trapline.reports.chart.Charts;
import dev.trapline.reports.digest.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class ChartPicturesTest {
    @Test
    void everyChartHasAPictureThatIsNotBlank() throws IOException {
        List<ChartDescription> charts = Charts.of(Digest.of(SampleResults.hostedVersusBareMetal())).all().toList();
        Map<String, byte[]> pictures = ChartPictures.of(charts);
        for (var e : pictures.entrySet()) Files.write(Files.createDirectories(Path.of("/tmp/pics")).resolve(e.getKey() + ".png"), e.getValue());
        assertThat(pictures).hasSameSizeAs(charts);
        for (byte[] png : pictures.values()) {
            assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(600);
        }
    }
}
