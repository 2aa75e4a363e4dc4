package dev.trapline.reports;

import dev.trapline.reports.page.SensitivityPage;
import dev.trapline.result.Sensitivity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The files of a screening of uncertain costs: {@code sensitivity.html} with its tornado charts, and {@code sensitivity.csv}. */
public final class SensitivityReport {
    private static final String PAGE = "sensitivity.html";
    private static final String TABLE = "sensitivity.csv";
    private static final List<String> HEAD = List.of(
            "platform", "variant", "guest", "metric", "unit", "mean", "mean-low", "mean-high", "rank", "owner", "cost",
            "basis", "source", "value", "least", "most", "cost-unit", "mu-star", "standard-error", "mu", "sigma",
            "at-least", "at-least-low", "at-least-high",
            "at-most", "at-most-low", "at-most-high");

    private SensitivityReport() {}

    /** @throws ForeignFolderException if there is a page that Trapline did not write */
    public static void requireReplaceable(Path directory) throws IOException {
        ReportIndex.requireOurs(directory.resolve(PAGE));
    }

    /** Writes both; returns the page. */
    public static Path write(Sensitivity found, Path directory) throws IOException {
        requireReplaceable(directory);
        Files.createDirectories(directory);
        Path table = directory.resolve("." + TABLE + ".part");
        try (OutputStream stream = Files.newOutputStream(table)) {
            writeTable(found, stream);
        }
        Files.move(table, directory.resolve(TABLE), StandardCopyOption.REPLACE_EXISTING);
        Path staged = directory.resolve("." + PAGE + ".part");
        Files.write(staged, SensitivityPage.html(found).getBytes(StandardCharsets.UTF_8));
        Files.move(staged, directory.resolve(PAGE), StandardCopyOption.REPLACE_EXISTING);
        return directory.resolve(PAGE);
    }

    private static void writeTable(Sensitivity found, OutputStream stream) throws IOException {
        CsvTable table = new CsvTable(stream, HEAD);
        for (Sensitivity.Screening screening : found.screenings()) {
            for (Sensitivity.Effect effect : screening.effects()) {
                Sensitivity.Assumed cost = effect.cost();
                table.row(List.of(
                        screening.platform(), screening.variant(), found.guest(), found.metric(), found.unit(),
                        number(screening.mean()), number(screening.low()), number(screening.high()),
                        Integer.toString(effect.rank()), cost.owner(), cost.name(), cost.basis(), cost.source(),
                        number(cost.value()), number(cost.low()), number(cost.high()), cost.unit(),
                        number(effect.meanAbsolute()), number(effect.standardError()),
                        number(effect.mean()), number(effect.deviation()),
                        swing(effect, 0, 0), swing(effect, 0, 1), swing(effect, 0, 2),
                        swing(effect, 1, 0), swing(effect, 1, 1), swing(effect, 1, 2)));
            }
        }
        table.end();
    }

    /** Of one end of the range the change, or an end of its interval; empty of weak costs. */
    private static String swing(Sensitivity.Effect effect, int end, int part) {
        if (effect.swings().isEmpty()) {
            return "";
        }
        Sensitivity.Swing swing = effect.swings().get(end);
        return number(part == 0 ? swing.change() : part == 1 ? swing.low() : swing.high());
    }

    private static String number(double value) {
        return CsvTable.number(value);
    }
}
