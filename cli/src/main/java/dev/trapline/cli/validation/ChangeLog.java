package dev.trapline.cli.validation;

import dev.trapline.scenarios.published.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of {@code CHANGELOG.md} in which each change of the catalogue stands with the errors before and after it. */
public final class ChangeLog {
    private static final String END = "<!-- end of the catalogue's changes -->";
    private static final Pattern ENTRY = Pattern.compile("\\| \\d{4}-\\d\\d-\\d\\d \\| `([0-9a-f]{64})` \\|.*");

    private final Path file;

    public ChangeLog(Path file) {
        this.file = file;
    }

    /** The hash of the catalogue at its last recorded change. */
    public Optional<String> lastHash() throws IOException {
        String last = null;
        for (String line : Files.readAllLines(file)) {
            Matcher entry = ENTRY.matcher(line);
            last = entry.matches() ? entry.group(1) : last;
        }
        return Optional.ofNullable(last);
    }

    /**
     * Adds an entry, unless neither catalogue nor errors have changed.
     *
     * @throws IllegalStateException if the file has no place for it
     */
    public void append(String date, String reason, Optional<Validation> before, Validation after) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int end = lines.indexOf(END);
        if (end < 0) {
            throw new IllegalStateException(file + " has no line '" + END + "'");
        }
        boolean same = lastHash().filter(after.catalogueHash()::equals).isPresent()
                && before.map(ChangeLog::errors).filter(errors(after)::equals).isPresent();
        if (!same) {
            lines.add(end, "| " + date + " | `" + after.catalogueHash() + "` | " + change(before, after, Use.CALIBRATE) + " | "
                    + change(before, after, Use.PREDICT) + " | " + orders(after) + " | " + reason.strip().replace("|", "\\|")
                    + " |");
            Files.write(file, lines);
        }
    }

    private static List<String> errors(Validation validation) {
        return List.of(
                percent(validation.score().median(Use.CALIBRATE)),
                percent(validation.score().median(Use.PREDICT)),
                orders(validation));
    }

    private static String change(Optional<Validation> before, Validation after, Use use) {
        String was = before.map(validation -> percent(validation.score().median(use))).orElse("-");
        return was + " to " + percent(after.score().median(use));
    }

    private static String orders(Validation validation) {
        Orders orders = validation.score().orders();
        return orders.right() + " of " + (orders.right() + orders.wrong().size());
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Score.percent(share.getAsDouble()) : "-";
    }
}
