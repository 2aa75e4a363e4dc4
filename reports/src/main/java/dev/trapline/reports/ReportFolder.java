package dev.trapline.reports;

import dev.trapline.reports.chart.ChartPictures;
import dev.trapline.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder that a run leaves: {@code results.json}, {@code run.json}, {@code results.csv}, {@code ledger.csv}, {@code
 * ranking.csv}, {@code steps.csv} where something grows, {@code draws.csv} if costs were drawn, {@code charts/*.png} and {@code report.html}.
 *
 * <p>It appears whole or not at all. An existing folder is replaced only if Trapline wrote it; files that somebody else
 * put into it stay there.
 */
public final class ReportFolder {
    static final String RESULTS = "results.json";
    static final String RUN = "run.json";
    static final String METRICS = "results.csv";
    static final String LEDGER = "ledger.csv";
    static final String RANKS = "ranking.csv";
    static final String STEPS = "steps.csv";
    static final String DRAWS = "draws.csv";
    static final String CHARTS = "charts";
    static final String PAGE = "report.html";
    static final List<String> ENTRIES = List.of(RESULTS, RUN, METRICS, LEDGER, RANKS, STEPS, DRAWS, CHARTS, PAGE);

    /**
     * What came of writing.
     *
     * @param notes sentences about what is missing, such as pictures on a system without fonts
     */
    public record Written(Path directory, Path page, List<String> notes) {}

    private ReportFolder() {}

    /**
     * Writes the whole folder.
     *
     * @throws ForeignFolderException if something is there that Trapline did not write
     * @throws IllegalStateException naming the field, if a number is NaN or infinite; nothing is written then
     */
    public static Written write(Results results, RunFacts facts, Path directory) throws IOException {
        FiniteNumbers.require(results);
        return write(
                results,
                facts,
                stream -> ResultFiles.write(results, stream),
                stream -> ResultFiles.write(facts, stream),
                directory);
    }

    /**
     * Loads what pictures need, in a thread of its own, while whoever asks has something else to do. What goes wrong there is left
     * to the pictures themselves.
     */
    public static void prepare() {
        Thread aside = new Thread(ChartPictures::prepare, "prepares pictures");
        aside.setDaemon(true);
        aside.setUncaughtExceptionHandler((thread, problem) -> {});
        aside.start();
    }

    /**
     * Makes everything anew from {@code results.json} and {@code run.json}, which stay byte for byte.
     *
     * @throws UnreadableResultsException if they cannot be read
     */
    public static Written rewrite(Path directory) throws IOException {
        Path resultsJson = directory.resolve(RESULTS);
        Path runJson = directory.resolve(RUN);
        if (!Files.isRegularFile(resultsJson)) {
            throw new UnreadableResultsException(directory, "has no results.json; name the folder that a run wrote, or one that holds such folders.");
        }
        Results results = ResultFiles.read(resultsJson);
        RunFacts facts = ResultFiles.readFacts(runJson);
        StagedFolder.Content run = Files.exists(runJson) ? copyOf(runJson) : stream -> ResultFiles.write(facts, stream);
        return write(results, facts, copyOf(resultsJson), run, directory);
    }

    /**
     * Whether {@link #write} may write there; cheap, so that a long run can ask first.
     *
     * @throws ForeignFolderException if it may not
     */
    public static void requireReplaceable(Path directory) throws IOException {
        StagedFolder.requireReplaceable(StagedFolder.real(directory));
    }

    private static StagedFolder.Content copyOf(Path file) {
        return stream -> Files.copy(file, stream);
    }

    private static Written write(
            Results results,
            RunFacts facts,
            StagedFolder.Content resultsJson,
            StagedFolder.Content runJson,
            Path directory)
            throws IOException {
        Path target = StagedFolder.real(directory);
        StagedFolder.requireReplaceable(target);
        Report report = Report.of(results, facts);
        Map<String, StagedFolder.Content> files = new LinkedHashMap<>();
        files.put(RESULTS, resultsJson);
        files.put(RUN, runJson);
        files.put(METRICS, stream -> CsvFiles.writeMetrics(results, stream));
        files.put(LEDGER, stream -> CsvFiles.writeLedger(results, stream));
        if (!results.ranks().isEmpty()) {
            files.put(RANKS, stream -> CsvFiles.writeRanks(results, stream));
        }
        if (!results.steps().isEmpty()) {
            files.put(STEPS, stream -> CsvFiles.writeSteps(results, stream));
        }
        if (!results.drawRanges().isEmpty()) {
            files.put(DRAWS, stream -> CsvFiles.writeDraws(results, stream));
        }
        report.pictures().forEach((name, png) -> files.put(CHARTS + "/" + name + ".png", stream -> stream.write(png)));
        files.put(PAGE, stream -> stream.write(report.page()));
        StagedFolder.replace(target, files);
        return new Written(directory, directory.resolve(PAGE), report.notes());
    }
}
