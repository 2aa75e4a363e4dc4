package dev.trapline.reports;

import dev.trapline.result.Results;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of results as tables for spreadsheets and statistics programs; the axes' values are the last columns. */
final class CsvFiles {
    private static final List<String> METRICS = List.of(
            "platform",
            "variant",
            "point",
            "guest",
            "request",
            "metric",
            "unit",
            "mean",
            "low",
            "high",
            "confidence",
            "replications",
            "text");
    private static final List<String> LEDGER = List.of(
            "platform",
            "variant",
            "point",
            "guest",
            "request",
            "ledger",
            "place",
            "mechanism",
            "kind",
            "occupier",
            "value",
            "unit",
            "low",
            "high");

    private static final List<String> DRAWS = List.of(
            "platform", "variant", "point", "guest", "metric", "unit", "nominal", "low", "median", "high", "draws");
    private static final List<String> STEPS = List.of(
            "platform", "variant", "point", "before", "guest", "metric", "ratio", "low", "high", "verdict", "comparisons");
    private static final List<String> RANKS = List.of(
            "point",
            "guest",
            "metric",
            "rank",
            "platform",
            "variant",
            "leading",
            "before",
            "before-variant",
            "ratio",
            "low",
            "high",
            "verdict",
            "comparisons");

    private final Results results;
    private final Map<Integer, List<String>> axisValues = new LinkedHashMap<>();

    private CsvFiles(Results results) {
        this.results = results;
        for (Results.Point point : results.points()) {
            axisValues.put(
                    point.index(),
                    results.axes().keySet().stream()
                            .map(path -> point.at().getOrDefault(path, ""))
                            .toList());
        }
    }

    /** All metrics, one in a row. A metric in words has no mean; one without an interval has no low and high. */
    static void writeMetrics(Results results, OutputStream stream) throws IOException {
        new CsvFiles(results).writeMetrics(stream);
    }

    /** Both ledgers, one entry in a row. */
    static void writeLedger(Results results, OutputStream stream) throws IOException {
        new CsvFiles(results).writeLedger(stream);
    }

    /** What figures are over the draws of the uncertain costs, one in a row. */
    static void writeDraws(Results results, OutputStream stream) throws IOException {
        new CsvFiles(results).writeDraws(stream);
    }

    /** What changes from each point to the next, one in a row. */
    static void writeSteps(Results results, OutputStream stream) throws IOException {
        new CsvFiles(results).writeSteps(stream);
    }

    /** The order of the platforms at each point, one in a row. */
    static void writeRanks(Results results, OutputStream stream) throws IOException {
        new CsvFiles(results).writeRanks(stream);
    }

    private void writeDraws(OutputStream stream) throws IOException {
        CsvTable table = new CsvTable(stream, withAxes(DRAWS, List.copyOf(results.axes().keySet())));
        for (Results.DrawRange row : results.drawRanges()) {
            boolean limit = row.metric().equals("limit");
            List<String> cells = List.of(
                    row.platform(),
                    row.variant(),
                    limit ? "" : Integer.toString(row.point()),
                    row.guest(),
                    row.metric(),
                    row.unit(),
                    CsvTable.number(row.nominal()),
                    CsvTable.number(row.low()),
                    CsvTable.number(row.median()),
                    CsvTable.number(row.high()),
                    Integer.toString(row.draws()));
            table.row(withAxes(cells, limit ? setting(row.point()) : at(row.point())));
        }
        table.end();
    }

    private void writeSteps(OutputStream stream) throws IOException {
        CsvTable table = new CsvTable(stream, withAxes(STEPS, List.copyOf(results.axes().keySet())));
        for (Results.Step row : results.steps()) {
            List<String> cells = List.of(
                    row.platform(),
                    row.variant(),
                    Integer.toString(row.point()),
                    Integer.toString(row.before()),
                    row.guest(),
                    row.metric(),
                    CsvTable.number(row.ratio()),
                    CsvTable.number(row.low()),
                    CsvTable.number(row.high()),
                    row.verdict(),
                    Integer.toString(row.comparisons()));
            table.row(withAxes(cells, at(row.point())));
        }
        table.end();
    }

    private void writeRanks(OutputStream stream) throws IOException {
        CsvTable table = new CsvTable(stream, withAxes(RANKS, List.copyOf(results.axes().keySet())));
        for (Results.Rank row : results.ranks()) {
            boolean first = row.before().isEmpty();
            List<String> cells = List.of(
                    Integer.toString(row.point()),
                    row.guest(),
                    row.metric(),
                    Integer.toString(row.rank()),
                    row.platform(),
                    row.variant(),
                    Boolean.toString(row.leading()),
                    row.before(),
                    row.beforeVariant(),
                    first ? "" : CsvTable.number(row.ratio()),
                    first ? "" : CsvTable.number(row.low()),
                    first ? "" : CsvTable.number(row.high()),
                    row.verdict(),
                    Integer.toString(row.comparisons()));
            table.row(withAxes(cells, at(row.point())));
        }
        table.end();
    }

    private void writeMetrics(OutputStream stream) throws IOException {
        CsvTable table = new CsvTable(
                stream, withAxes(METRICS, List.copyOf(results.axes().keySet())));
        for (Results.Metric row : results.metrics()) {
            boolean words = !row.text().isEmpty();
            boolean interval = row.hasInterval() && !words;
            List<String> cells = List.of(
                    row.platform(),
                    row.variant(),
                    Integer.toString(row.point()),
                    row.guest(),
                    row.request(),
                    row.metric(),
                    row.unit(),
                    words ? "" : CsvTable.number(row.mean()),
                    interval ? CsvTable.number(row.low()) : "",
                    interval ? CsvTable.number(row.high()) : "",
                    interval ? CsvTable.number(row.confidence()) : "",
                    Integer.toString(row.replications()),
                    row.text());
            table.row(withAxes(cells, at(row.point())));
        }
        table.end();
    }

    private void writeLedger(OutputStream stream) throws IOException {
        List<String> axes = new ArrayList<>(List.of("count"));
        axes.addAll(results.axes().keySet());
        CsvTable table = new CsvTable(stream, withAxes(LEDGER, axes));
        for (Results.LedgerRow row : results.ledgers()) {
            List<String> cells = List.of(
                    row.platform(),
                    row.variant(),
                    Integer.toString(row.point()),
                    row.guest(),
                    row.request(),
                    row.ledger(),
                    row.place(),
                    row.mechanism(),
                    row.kind(),
                    row.occupier(),
                    CsvTable.number(row.value()),
                    row.unit(),
                    CsvTable.number(row.low()),
                    CsvTable.number(row.high()),
                    CsvTable.number(row.count()));
            table.row(withAxes(cells, at(row.point())));
        }
        table.end();
    }

    private List<String> at(int point) {
        return axisValues.getOrDefault(
                point, results.axes().keySet().stream().map(path -> "").toList());
    }

    /** A limit stands at no value of the axis along which it was searched, only at those of the others. */
    private List<String> setting(int point) {
        List<String> axes = List.copyOf(results.axes().keySet());
        List<String> values = new ArrayList<>(at(point));
        results.limits().forEach(limit -> {
            if (axes.contains(limit.path())) {
                values.set(axes.indexOf(limit.path()), "");
            }
        });
        return values;
    }

    private static List<String> withAxes(List<String> cells, List<String> axes) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(axes);
        return all;
    }
}
