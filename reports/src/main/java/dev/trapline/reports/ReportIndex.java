package dev.trapline.reports;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.page.IndexPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page {@code index.html} over the result folders in a folder: each run with its verdict and a link to its report. */
public final class ReportIndex {
    private static final String PAGE = "index.html";
    /** How deep runs may lie. */
    private static final int DEPTH = 3;

    private ReportIndex() {}

    /** Whether a folder holds runs and is none itself. */
    public static boolean fits(Path directory) throws IOException {
        return Files.isDirectory(directory)
                && !Files.exists(directory.resolve(ReportFolder.RESULTS))
                && !runs(directory).isEmpty();
    }

    /**
     * Writes the page and returns its path. A run without a report gets one; one that cannot be read is listed as such.
     *
     * @throws ForeignFolderException if there is an {@code index.html} that Trapline did not write
     */
    public static Path write(Path directory) throws IOException {
        Path page = directory.resolve(PAGE);
        requireOurs(page);
        List<IndexPage.Run> listed = new ArrayList<>();
        for (Path run : runs(directory)) {
            listed.add(run(directory, run));
        }
        Path staged = directory.resolve("." + PAGE + ".part");
        Files.write(staged, IndexPage.html(listed).getBytes(StandardCharsets.UTF_8));
        Files.move(staged, page, StandardCopyOption.REPLACE_EXISTING);
        return page;
    }

    /** Refuses a page that somebody else wrote. */
    static void requireOurs(Path page) throws IOException {
        if (Files.exists(page) && !Files.readString(page).contains("<meta name=\"generator\" content=\"Trapline\">")) {
            throw new ForeignFolderException(page, "was not written by Trapline, so it is not replaced.");
        }
    }

    private static List<Path> runs(Path directory) throws IOException {
        try (Stream<Path> found = Files.find(
                directory,
                DEPTH,
                (path, attributes) -> attributes.isRegularFile() && path.endsWith(ReportFolder.RESULTS))) {
            return found.map(Path::getParent).sorted().toList();
        }
    }

    private static IndexPage.Run run(Path directory, Path run) throws IOException {
        String folder = directory.relativize(run).toString().replace('\\', '/');
        try {
            if (!Files.exists(run.resolve(ReportFolder.PAGE))) {
                ReportFolder.rewrite(run);
            }
            Digest digest = Digest.of(ResultFiles.read(run.resolve(ReportFolder.RESULTS)));
            RunFacts facts = ResultFiles.readFacts(run.resolve(ReportFolder.RUN));
            return IndexPage.Run.of(folder, ReportFolder.PAGE, digest, facts.started());
        } catch (UnreadableResultsException | ForeignFolderException unfit) {
            return IndexPage.Run.unreadable(folder, unfit.getMessage());
        }
    }
}
