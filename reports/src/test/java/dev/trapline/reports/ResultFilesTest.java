package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.result.Results;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Results results = SampleResults.hostedVersusBareMetal();
        assertThat(ResultFiles.read(file(ResultFiles.toJson(results)))).isEqualTo(results);
    }

    @Test
    void theBytesOfFormatOneStay() throws IOException {
        assertThat(text(ResultFiles.toJson(SmallResults.oneOfEach()))).isEqualTo(text(golden()));
    }

    @Test
    void formatOneIsRead() throws IOException {
        assertThat(ResultFiles.read(file(golden()))).isEqualTo(SmallResults.oneOfEach());
    }

    @Test
    void whatAnOlderFileLacksIsEmpty() throws IOException {
        Results old =
                ResultFiles.read(file("{\"format\":\"trapline-results\",\"formatVersion\":1,\"scenario\":\"old\"}"));
        assertThat(old.scenario()).isEqualTo("old");
        assertThat(old.question()).isEmpty();
        assertThat(old.metrics()).isEmpty();
        assertThat(old.axes()).isEmpty();
    }

    @Test
    void aKeyOfALaterVersionIsPassedOver() throws IOException {
        String later = text(golden()).replace("\"scenario\":", "\"colour\": \"red\", \"scenario\":");
        assertThat(ResultFiles.read(file(later))).isEqualTo(SmallResults.oneOfEach());
    }

    @Test
    void numbersThatAreNoneAreRefusedByName() {
        Results results = SmallResults.withMetrics(
                List.of(SmallResults.metric("throughput", 1, 0), SmallResults.metric("latency.mean", Double.NaN, 0)));
        assertThatThrownBy(() -> ResultFiles.toJson(results))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("metrics[1].mean is NaN")
                .hasMessageContaining("latency.mean");
    }

    @Test
    void everyTextComesBack() throws IOException {
        for (String text : List.of("\ud83d\ude00", "\ud83d alone", "\u0000\u2028\n\"", "<script>")) {
            assertThat(ResultFiles.read(file(ResultFiles.toJson(SampleResults.named(text))))
                            .scenario())
                    .isEqualTo(text);
        }
    }

    @Test
    void aLaterFormatIsRefusedWithAReason() throws IOException {
        Path later = file("{\"format\":\"trapline-results\",\"formatVersion\":2}");
        assertThatThrownBy(() -> ResultFiles.read(later))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("newer");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        for (String text :
                List.of("", "hello", "[]", "{}", "{\"format\":\"other\",\"formatVersion\":1}", "\u0000\u0001")) {
            Path other = file(text);
            assertThatThrownBy(() -> ResultFiles.read(other)).isInstanceOf(UnreadableResultsException.class);
        }
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Path cut = file(text(golden()).substring(0, 900));
        assertThatThrownBy(() -> ResultFiles.read(cut))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void theFactsOfARunAreReadBack() throws IOException {
        Path run = Files.write(
                folder.resolve("run.json"), Bytes.of(stream -> ResultFiles.write(SampleResults.facts(), stream)));
        assertThat(ResultFiles.readFacts(run)).isEqualTo(SampleResults.facts());
        assertThat(ResultFiles.readFacts(folder.resolve("none.json"))).isEqualTo(RunFacts.UNKNOWN);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("results.json"), bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] golden() throws IOException {
        try (InputStream stream = ResultFilesTest.class.getResourceAsStream("results-format-1.json")) {
            return stream.readAllBytes();
        }
    }
}
