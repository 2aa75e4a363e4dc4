package dev.trapline.cli.print;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phenomenon: what it is, what was expected of it, and whether it came out. */
public final class PhenomenonLines {
    private static final Pattern FIRST_SENTENCE = Pattern.compile(".*?[.?!](?=\\s+[A-Z]|\\s*$)");

    private PhenomenonLines() {}

    public static List<String> of(Results results, String explanation, double wallSeconds, boolean coloured) {
        Ink ink = new Ink(coloured);
        List<String> lines = new ArrayList<>(HeadLine.of(results, wallSeconds, ink));
        lines.addAll(Paragraph.wrapped(firstSentence(explanation)));
        for (Results.Expectation expectation : results.expectations()) {
            String word = ink.verdict(expectation.met() ? "met" : "missed");
            lines.addAll(Paragraph.wrapped("  " + word + ": ", "    ", expectation.text()));
            lines.addAll(Paragraph.wrapped("    ", "    ", "found " + expectation.found()));
        }
        lines.add(isOut(results) ? "It comes out." : ink.verdict("missed") + ": it does not come out.");
        return ink.finished(lines);
    }

    public static boolean isOut(Results results) {
        return results.expectations().stream().allMatch(Results.Expectation::met);
    }

    static String firstSentence(String text) {
        Matcher sentence = FIRST_SENTENCE.matcher(text);
        return sentence.lookingAt() ? sentence.group() : text;
    }

    /** How many came out, and which did not. */
    public static List<String> summary(int all, List<String> missed) {
        String phenomena = Words.count(all, "phenomenon").replaceFirst("phenomenons$", "phenomena");
        return Paragraph.wrapped("", "  ", (all - missed.size()) + " of " + phenomena
                + " came out" + (missed.isEmpty() ? "." : "; not " + String.join(", ", missed) + "."));
    }
}
