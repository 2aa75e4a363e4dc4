package dev.trapline.cli.print;

import dev.trapline.cli.validation.Rerun;
import dev.trapline.cli.validation.Row;
import dev.trapline.cli.validation.Score;
import dev.trapline.cli.validation.Validation;
import dev.trapline.reports.digest.Comparison;
import dev.trapline.scenarios.published.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A validation as the rows that its page shows. */
public final class ComparisonRows {
    private ComparisonRows() {}

    public static List<Comparison> of(Validation validation) {
        List<Comparison> rows = new ArrayList<>();
        for (Rerun rerun : validation.reruns()) {
            rerun.rows().forEach(row -> rows.add(row(rerun.name(), row)));
        }
        return rows;
    }

    private static Comparison row(String experiment, Row row) {
        String name = row.table().isEmpty() ? row.metric() : row.row() + ", " + row.column();
        return new Comparison(
                experiment,
                row.table(),
                name,
                (row.platform() + " " + row.variant()).strip(),
                row.use().word(),
                row.wanted(),
                row.simulated().isEmpty() ? row.found() : row.simulated(),
                row.figure().map(Row.Figure::measured).orElse(0.0),
                row.figure().map(Row.Figure::simulated).orElse(0.0),
                row.figure().map(Row.Figure::unit).orElse(""),
                row.ratio().map(Row.Ratio::measured).orElse(0.0),
                row.ratio().map(Row.Ratio::simulated).orElse(0.0),
                row.error(),
                row.met(),
                row.knownMiss());
    }

    /** How well each kind agrees: {@code predict: 49 of 62 met, median error 6.0 %}. */
    public static String summary(Validation validation) {
        return validation.score().kinds().stream()
                        .filter(kind -> kind.use() != Use.INPUT)
                        .map(ComparisonRows::words)
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String words(Score.Kind kind) {
        String median = kind.median().isPresent() ? ", median error " + Score.percent(kind.median().getAsDouble()) : "";
        return kind.use().word() + ": " + kind.met() + " of " + kind.all() + (kind.use().isClaim() ? " right" : " met") + median;
    }
}
