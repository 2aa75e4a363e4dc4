package dev.trapline.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.cli.validation.RecordFile;
import dev.trapline.cli.validation.Validation;
import dev.trapline.reports.ComparisonReport;
import dev.trapline.reports.digest.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the recorded validation shows every row of it, misses too. */
final class ComparisonRowsTest {
    @TempDir
    private Path folder;

    @Test
    void everyRowOfTheRecordIsOnThePage() throws IOException {
        Validation validation = RecordFile.read(Path.of("../docs/validation.json")).orElseThrow();
        List<Comparison> rows = ComparisonRows.of(validation);
        assertThat(rows).hasSameSizeAs(validation.rows());
        Path file = folder.resolve("validation.html");
        ComparisonReport.write(rows, ComparisonRows.summary(validation), file);
        String page = Files.readString(file);
        assertThat(page.split("<span class=\"word (better|worse)\">", -1)).hasSize(rows.size() + 1);
        assertThat(page).contains("Ratio to native", "predict: ", "within 30 %", "missed</span>");
        assertThat(page.length()).isLessThan(2_000_000);
    }
}
