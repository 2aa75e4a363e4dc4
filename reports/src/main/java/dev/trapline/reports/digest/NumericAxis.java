package dev.trapline.reports.digest;

import dev.trapline.result.AxisGroups;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A varied key path whose values are numbers of one unit.
 *
 * @param unit empty for counts
 * @param along the paths that change in step with it
 */
public record NumericAxis(String path, String unit, List<String> values, List<String> along) {
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(?:\\s+(\\S.*))?");

    /** The axis that charts are drawn along: a count if there is one, else the numeric one with the most values. */
    static Optional<NumericAxis> growing(Map<String, List<String>> axes, AxisGroups groups) {
        return axes.entrySet().stream()
                .filter(axis -> groups.canGrow(axis.getKey()))
                .flatMap(axis -> of(axis.getKey(), axis.getValue(), List.copyOf(groups.mates(axis.getKey()))).stream())
                .max(Comparator.comparing((NumericAxis axis) -> axis.path().endsWith(".count"))
                        .thenComparing(axis -> axis.values().size()));
    }

    /** Those of a sample: numbers that change together with others in no order. */
    static List<NumericAxis> sampled(Map<String, List<String>> axes, AxisGroups groups) {
        return axes.entrySet().stream()
                .filter(axis -> !groups.mates(axis.getKey()).isEmpty() && !canLead(axis.getKey(), groups))
                .flatMap(axis -> of(axis.getKey(), axis.getValue(), List.of()).stream())
                .toList();
    }

    /** Whether it, or one that it goes in step with, may grow. */
    private static boolean canLead(String path, AxisGroups groups) {
        return groups.canGrow(path) || groups.mates(path).stream().anyMatch(groups::canGrow);
    }

    private static Optional<NumericAxis> of(String path, List<String> values, List<String> along) {
        List<Matcher> numbers = values.stream().map(NUMBER::matcher).toList();
        boolean numeric = values.size() > 1 && numbers.stream().allMatch(Matcher::matches);
        if (!numeric || numbers.stream().map(NumericAxis::unit).distinct().count() > 1) {
            return Optional.empty();
        }
        return Optional.of(new NumericAxis(path, unit(numbers.get(0)), values, along));
    }

    private static String unit(Matcher number) {
        return number.group(2) == null ? "" : number.group(2).strip();
    }

    /** What the axis counts or measures: {@code guests} for {@code guests.load.count}, else the path's last word. */
    public String label() {
        return along.isEmpty()
                ? label(path)
                : name(path) + ", with " + String.join(", ", along.stream().map(NumericAxis::name).toList());
    }

    /** A path without the section it is in: {@code load count} for {@code guests.load.count}. */
    static String name(String path) {
        return path.substring(path.indexOf('.') + 1).replace('.', ' ').replace('-', ' ');
    }

    static String label(String path) {
        String[] words = path.split("\\.");
        String last = words[words.length - 1];
        boolean counts = last.equals("count") && words.length > 1;
        return (counts ? words[0] : last).replace('-', ' ');
    }

    /** A value with what it is of: {@code 16 guests}, {@code slice 30 ms}. */
    public String words(String value) {
        if (!along.isEmpty()) {
            return name(path) + " " + value;
        }
        boolean counts = path.endsWith(".count");
        String thing = counts && value.equals("1") && label().endsWith("s")
                ? label().substring(0, label().length() - 1)
                : label();
        return counts ? value + " " + thing : thing + " " + value;
    }

    public double number(String value) {
        Matcher number = NUMBER.matcher(value);
        return number.matches() ? Double.parseDouble(number.group(1)) : 0;
    }

    static boolean startsWithNumber(String value) {
        return NUMBER.matcher(value).matches();
    }
}
