package dev.trapline.cli.print;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The first lines on a run: what was asked for, and what it took. */
final class HeadLine {
    private static final String GAP = "   ";

    private HeadLine() {}

    static List<String> of(Results results, double wallSeconds, Ink ink) {
        String took = Words.events(results.fingerprints().eventsExecuted()) + ", " + Words.seconds(wallSeconds);
        return of(results.scenario(), size(results), took, ink);
    }

    static List<String> of(String scenario, String size, String took, Ink ink) {
        return Paragraph.wrapped(ink.strong(scenario) + GAP, "  ", size + "; " + took);
    }

    /** {@code 5 replications}; {@code 5 to 20 replications} where some cells made more than others. */
    private static String replications(Results results) {
        return replications(
                results.settings().replications(),
                results.metrics().stream()
                        .filter(row -> row.text().isEmpty() && !row.metric().equals("limit"))
                        .mapToInt(Results.Metric::replications));
    }

    static String replications(int asked, IntStream ofFigures) {
        IntSummaryStatistics made = ofFigures.summaryStatistics();
        int least = made.getCount() == 0 ? asked : made.getMin();
        int most = Math.max(least, made.getMax());
        return most > least ? least + " to " + most + " replications" : Words.count(least, "replication");
    }

    /** {@code 2 platforms, 3 points, 5 replications, 20 s each}. */
    static String size(Results results) {
        Results.Settings settings = results.settings();
        List<String> asked = new ArrayList<>(List.of(
                Words.count(platforms(results), "platform"),
                Words.count(results.points().size(), "point"),
                replications(results),
                Words.value(settings.durationSeconds()) + " s each"));
        if (settings.draws() > 0) {
            asked.add(Words.count(settings.draws(), "draw") + " of costs");
        }
        if (settings.quick()) {
            asked.add("quick");
        }
        return String.join(", ", asked);
    }

    /** With those that ran nowhere. */
    private static long platforms(Results results) {
        return Stream.concat(
                        results.platforms().stream().map(Results.Platform::label),
                        results.unsupported().stream().map(Results.Unsupported::platform))
                .distinct()
                .count();
    }
}
