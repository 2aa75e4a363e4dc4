package dev.trapline.scenarios.yaml;

import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a tree in one form: what fits on a line in braces and brackets, the rest in indented lines. Equal trees give
 * equal text, and the text reads to the same tree.
 */
public final class YamlWriter {
    private static final int WIDTH = 118;
    private static final String MARKS = "_./%<>=+()-";
    private static final String MARKS_AT_THE_START = "_./";
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\.?[0-9][0-9_.eExXoO+-]*|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final List<String> WORDS = List.of("true", "false", "null", "True", "False", "TRUE", "FALSE", "Null", "NULL");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    public static String write(LocatedNode root) {
        YamlWriter writer = new YamlWriter();
        if (root instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            writer.mapping(mapping, 0);
        } else {
            writer.out.append(flow(root)).append('\n');
        }
        return writer.out.toString();
    }

    private void mapping(Mapping mapping, int indent) {
        boolean first = true;
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            out.append(first ? "" : " ".repeat(indent)).append(scalar(entry.getKey())).append(':');
            below(entry.getValue().value(), indent, entry.getKey().length() + 2);
            first = false;
        }
    }

    private void below(LocatedNode value, int indent, int used) {
        int start = out.length();
        out.append(' ');
        boolean always = value instanceof Scalar || isEmpty(value);
        if (flow(value, out, always ? Integer.MAX_VALUE : out.length() + WIDTH - indent - used)) {
            out.append('\n');
            return;
        }
        out.setLength(start);
        out.append('\n');
        if (value instanceof Mapping mapping) {
            out.append(" ".repeat(indent + 2));
            mapping(mapping, indent + 2);
        } else {
            sequence((Sequence) value, indent + 2);
        }
    }

    private void sequence(Sequence sequence, int indent) {
        for (LocatedNode item : sequence.items()) {
            out.append(" ".repeat(indent)).append('-');
            int start = out.length();
            if (item instanceof Mapping mapping && !flow(item, out, start + WIDTH - indent - 2)) {
                out.setLength(start);
                out.append(' ');
                mapping(mapping, indent + 2);
            } else {
                out.setLength(start);
                below(item, indent, 2);
            }
        }
    }

    private static boolean isEmpty(LocatedNode value) {
        return value instanceof Mapping mapping && mapping.entries().isEmpty()
                || value instanceof Sequence sequence && sequence.items().isEmpty();
    }

    /** The node on one line. */
    public static String flow(LocatedNode node) {
        StringBuilder line = new StringBuilder();
        flow(node, line, Integer.MAX_VALUE);
        return line.toString();
    }

    /** Appends the node on one line, and gives up as soon as the text is longer than {@code end}. */
    private static boolean flow(LocatedNode node, StringBuilder line, int end) {
        if (node instanceof Scalar value) {
            line.append(scalar(value));
        } else if (node instanceof Sequence list) {
            String between = "[";
            for (LocatedNode item : list.items()) {
                if (!flow(item, line.append(between), end)) {
                    return false;
                }
                between = ", ";
            }
            line.append(list.items().isEmpty() ? "[]" : "]");
        } else {
            Mapping mapping = (Mapping) node;
            String between = "{ ";
            for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
                line.append(between).append(scalar(entry.getKey())).append(": ");
                if (!flow(entry.getValue().value(), line, end)) {
                    return false;
                }
                between = ", ";
            }
            line.append(mapping.entries().isEmpty() ? "{}" : " }");
        }
        return line.length() <= end;
    }

    private static String scalar(Scalar value) {
        return value.kind() == ScalarKind.NONE ? "null" : value.kind() == ScalarKind.TEXT ? scalar(value.text()) : value.text();
    }

    private static String scalar(String text) {
        boolean plain = isPlain(text) && !isNumber(text) && !WORDS.contains(text);
        return plain ? text : quoted(text);
    }

    /** Words of letters, digits and some marks, one blank between two; not every mark may come first. */
    private static boolean isPlain(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (c == ' ' ? blank : !letter && (i == 0 ? MARKS_AT_THE_START : MARKS).indexOf(c) < 0) {
                return false;
            }
            blank = c == ' ';
        }
        return !blank;
    }

    /** Most texts begin with a letter, and no number does. */
    private static boolean isNumber(String text) {
        return !Character.isLetter(text.charAt(0)) && NUMBER.matcher(text).matches();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c < ' ' || c == 0x7f || c == 0x85 || c == 0xa0 || c == 0x2028 || c == 0x2029
                        ? String.format(java.util.Locale.ROOT, "\\u%04x", (int) c)
                        : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }
}
