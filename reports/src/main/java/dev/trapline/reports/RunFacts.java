package dev.trapline.reports;

import dev.trapline.reports.digest.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is true of one run but not of its results: two runs of the same input may differ in it.
 *
 * @param wallSeconds how long the run took
 * @param started when, as ISO 8601 text
 */
public record RunFacts(
        double wallSeconds,
        long eventsExecuted,
        int threads,
        String jdk,
        String version,
        String commit,
        String host,
        String started) {

    /** Stands in where no {@code run.json} is left. */
    public static final RunFacts UNKNOWN = new RunFacts(0, 0, 0, "", "", "", "", "");

    /** What is known, as label and words, for the foot of the page. */
    Map<String, String> inWords() {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "Started", started);
        put(words, "Took", wallSeconds > 0 ? Figures.value(Math.round(wallSeconds * 10) / 10.0) + " s" : "");
        put(words, "Events executed", eventsExecuted > 0 ? Figures.value(eventsExecuted) : "");
        put(words, "Threads", threads > 0 ? Integer.toString(threads) : "");
        put(words, "Java", jdk);
        put(words, "Commit", commit);
        put(words, "Host", host);
        return words;
    }

    private static void put(Map<String, String> words, String label, String value) {
        if (value != null && !value.isBlank()) {
            words.put(label, value);
        }
    }
}
