package dev.trapline.cli.print;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;

/** How the expectations of a scenario came out: a count, then those that were missed with what was found. */
final class ExpectationLines {
    private ExpectationLines() {}

    /** None if the scenario expects nothing. */
    static List<String> of(List<Results.Expectation> expectations, Ink ink) {
        if (expectations.isEmpty()) {
            return List.of();
        }
        long met = expectations.stream().filter(Results.Expectation::met).count();
        List<String> lines = new ArrayList<>();
        lines.add("Expectations: " + met + " of " + expectations.size() + " met.");
        for (Results.Expectation expectation : expectations) {
            if (!expectation.met()) {
                lines.addAll(Paragraph.wrapped("", "  ", expectation.place() + ": " + ink.verdict("missed") + ": "
                        + expectation.text() + "; found " + expectation.found()));
            }
        }
        return lines;
    }
}
