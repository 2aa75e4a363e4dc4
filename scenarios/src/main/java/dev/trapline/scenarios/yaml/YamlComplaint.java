package dev.trapline.scenarios.yaml;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** What the YAML parser complains about, in one line and without the parser's own names. */
final class YamlComplaint {
    private static final Pattern LINE = Pattern.compile("line (\\d+), column (\\d+)");

    private YamlComplaint() {}

    /** The last place that the parser's message names; its own location is often that of the token before. */
    static Place place(String file, String text, JacksonException refused) {
        Matcher named = LINE.matcher(refused.getOriginalMessage());
        Place place = Place.of(file);
        while (named.find()) {
            place = new Place(file, Integer.parseInt(named.group(1)), Integer.parseInt(named.group(2)));
        }
        if (place.line() == 0 && refused.getLocation() != null && refused.getLocation().getLineNr() > 0) {
            place = new Place(file, refused.getLocation().getLineNr(), refused.getLocation().getColumnNr());
        }
        int tabbed = tabbedLine(text, place);
        return tabbed == 0 ? place : new Place(file, tabbed, 1);
    }

    static String text(String text, JacksonException refused) {
        String message = refused.getOriginalMessage();
        if (refused instanceof StreamConstraintsException) {
            return constraint(message);
        }
        Matcher named = LINE.matcher(message);
        int line = 0;
        while (named.find()) {
            line = Integer.parseInt(named.group(1));
        }
        if (tabbedLine(text, new Place("", line, 0)) > 0) {
            return "must be indented with spaces, got a tab";
        }
        if (message.startsWith("Version{")) {
            return "must be YAML 1.2 or older";
        }
        if (message.startsWith("Expected a property name")) {
            return "is not YAML that Trapline reads: a key must be a word";
        }
        return "is not YAML: " + Wording.printable(sentence(message));
    }

    private static String constraint(String message) {
        if (message.contains("replay")) {
            return "aliases expand to more than 10,000 pieces";
        }
        if (message.contains("nesting depth")) {
            return "must be nested at most 64 deep";
        }
        return "must be at most 1 MiB with no overlong parts";
    }

    private static int tabbedLine(String text, Place place) {
        return place.line() == 0 ? 0 : SourceText.tabbedLine(text, place.line());
    }

    /** The lines that carry words, without the excerpt and the mark below it. */
    private static String sentence(String message) {
        List<String> kept = new ArrayList<>();
        for (String line : message.lines().toList()) {
            if (!line.startsWith(" ") && !line.isBlank()) {
                kept.add(line.strip().replaceAll("\\s*\\(Do not use .*", ""));
            }
        }
        return String.join(", ", kept);
    }
}
