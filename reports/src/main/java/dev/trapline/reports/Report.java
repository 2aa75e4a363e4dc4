package dev.trapline.reports;

import dev.trapline.result.Results;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The page and the pictures of one run. */
record Report(byte[] page, Map<String, byte[]> pictures, List<String> notes) {

    static Report of(Results results, RunFacts facts) {
        return new Report(results.scenario().getBytes(StandardCharsets.UTF_8), Map.of(), List.of());
    }
}
