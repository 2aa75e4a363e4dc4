package dev.trapline.reports;

import dev.trapline.reports.page.ResultComparisonPage;
import dev.trapline.result.ResultComparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A page of its own that sets one result against another: which figures got better or worse, and what was changed. */
public final class ResultComparisonReport {
    private ResultComparisonReport() {}

    /**
     * Writes the page.
     *
     * @param first how the reader calls the reference
     * @throws ForeignFolderException if there is a file that Trapline did not write
     */
    public static void write(ResultComparison comparison, String first, String second, Path page) throws IOException {
        ReportIndex.requireOurs(page);
        Path absolute = page.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path staged = absolute.resolveSibling("." + absolute.getFileName() + ".part");
        Files.write(staged, ResultComparisonPage.html(comparison, first, second).getBytes(StandardCharsets.UTF_8));
        Files.move(staged, absolute, StandardCopyOption.REPLACE_EXISTING);
    }
}
