package dev.trapline.reports.page;

import dev.trapline.reports.digest.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far each platform was compared with published measurements, by the validation that this version was built with. */
final class ValidationStatus {
    private final Map<String, List<Double>> errors = new LinkedHashMap<>();

    private ValidationStatus() {}

    /** Reads the record; knows nothing if the build had none. */
    static ValidationStatus ofThisVersion() {
        ValidationStatus status = new ValidationStatus();
        try (InputStream record = ValidationStatus.class.getResourceAsStream("validation.json")) {
            if (record != null) {
                new JsonMapper().readTree(record).path("rows").forEach(status::add);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return status;
    }

    /** Predicted rows alone: nothing was fitted to them. They are scored by their ratio to native, where that was measured. */
    private void add(JsonNode row) {
        JsonNode pair = row.path("ratio").isObject() ? row.path("ratio") : row.path("figure");
        double measured = pair.path("measured").asDouble(0);
        if (row.path("use").asString("").equals("PREDICT") && measured != 0) {
            double error = Math.abs(pair.path("simulated").asDouble(0) / measured - 1);
            errors.computeIfAbsent(row.path("platform").asString(""), name -> new ArrayList<>())
                    .add(error);
        }
    }

    /** In words. */
    String of(String platform) {
        List<Double> own = errors.getOrDefault(platform, List.of()).stream().sorted().toList();
        if (own.isEmpty()) {
            return "no published measurement of it is predicted";
        }
        double middle = (own.get((own.size() - 1) / 2) + own.get(own.size() / 2)) / 2;
        return "median error " + Figures.percent(middle) + " over " + own.size() + " published "
                + (own.size() == 1 ? "figure" : "figures") + ", largest " + Figures.percent(own.get(own.size() - 1));
    }
}
