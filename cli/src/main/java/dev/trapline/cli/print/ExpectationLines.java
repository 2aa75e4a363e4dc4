package dev.trapline.cli.print;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;

/** How the expectations of a scenario came out: a count, then each, the missed ones with what was found. */
final class ExpectationLines {
    private final List<Results.Expectation> expectations;
    private final Ink ink;

    ExpectationLines(List<Results.Expectation> expectations, Ink ink) {
        this.expectations = expectations;
        this.ink = ink;
    }

    List<String> lines() {
        if (expectations.isEmpty()) {
            return List.of();
        }
        long met = expectations.stream().filter(Results.Expectation::met).count();
        List<String> lines = new ArrayList<>();
        lines.add("Expectations: " + met + " of " + expectations.size() + " met");
        for (Results.Expectation expectation : expectations) {
            String word = expectation.met() ? "met     " : ink.missed("missed") + "  ";
            String text = expectation.text() + " (" + expectation.place() + "): " + expectation.found();
            List<String> wrapped = Paragraph.wrapped("          ", "            ", text);
            lines.add("  " + word + wrapped.get(0).substring("          ".length()));
            lines.addAll(wrapped.subList(1, wrapped.size()));
        }
        return lines;
    }
}
