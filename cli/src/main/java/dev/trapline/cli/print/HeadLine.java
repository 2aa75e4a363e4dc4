package dev.trapline.cli.print;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The first line on a run: what was asked for, and what it took. */
final class HeadLine {
    private static final String GAP = "   ";

    private HeadLine() {}

    static String of(Results results, double wallSeconds, Ink ink) {
        Results.Settings settings = results.settings();
        List<String> asked = new ArrayList<>(List.of(
                Words.count(platforms(results), "platform"),
                Words.count(results.points().size(), "point"),
                Words.count(settings.replications(), "replication"),
                Words.value(settings.durationSeconds()) + " s each"));
        if (settings.draws() > 0) {
            asked.add(Words.count(settings.draws(), "draw") + " of costs");
        }
        if (settings.quick()) {
            asked.add("quick");
        }
        String took = Words.events(results.fingerprints().eventsExecuted()) + ", " + Words.seconds(wallSeconds);
        return ink.strong(results.scenario()) + GAP + String.join(", ", asked) + GAP + GAP + took;
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
