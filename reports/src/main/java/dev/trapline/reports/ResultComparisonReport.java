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
    /** What the template begins with. */
    private static final String HEAD = "<p class=\"eyebrow\">Trapline comparison</p>";

    private ResultComparisonReport() {}

    /**
     * Writes the page.
     *
     * @param first how the reader calls the reference
     * @throws ForeignFolderException if there is a folder, or a file that is no such page
     */
    public static void write(ResultComparison comparison, String first, String second, Path page) throws IOException {
        requireReplaceable(page);
        Path absolute = page.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path staged = absolute.resolveSibling("." + absolute.getFileName() + ".part");
        Files.write(staged, ResultComparisonPage.html(comparison, first, second).getBytes(StandardCharsets.UTF_8));
        Files.move(staged, absolute, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Only another comparison is replaced: the report of a run stays. */
    private static void requireReplaceable(Path page) throws IOException {
        if (Files.isDirectory(page)) {
            throw new ForeignFolderException(page, "is a folder; name a file.");
        }
        ReportIndex.requireOurs(page);
        if (Files.exists(page) && !Files.readString(page).contains(HEAD)) {
            throw new ForeignFolderException(page, "is a page of another kind, so it is not replaced.");
        }
    }
}
