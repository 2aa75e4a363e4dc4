package dev.trapline.cli.validation;

import dev.trapline.scenarios.published.Use;
import java.util.Map;
import java.util.Optional;

/** Rows for tests. */
final class Rows {
    private Rows() {}

    static Row figure(Use use, String platform, String row, double measured, double simulated) {
        return row(use, platform, row, new Row.Figure(measured, simulated, "us"), Optional.empty(), "");
    }

    static Row ratio(String platform, String row, double measured, double simulated, boolean slower) {
        return row(
                Use.PREDICT, platform, row, new Row.Figure(measured * 10, simulated * 10, "us"),
                Optional.of(new Row.Ratio(measured, simulated, slower)), "");
    }

    static Row relative(String platform, double measured, double simulated) {
        return row(
                Use.PREDICT, platform, "r", new Row.Figure(measured, simulated, ""),
                Optional.of(new Row.Ratio(measured, simulated, false)), "");
    }

    static Row explained(Row row, String reason) {
        return row(row.use(), row.platform(), row.row(), row.figure().orElseThrow(), row.ratio(), reason);
    }

    private static Row row(
            Use use, String platform, String row, Row.Figure figure, Optional<Row.Ratio> ratio, String knownMiss) {
        return new Row(
                use, "t", row, platform, "load.latency.mean", platform, "", Map.of("case", row), "", "", Optional.of(figure),
                ratio, "", true, "", "", knownMiss);
    }
}
