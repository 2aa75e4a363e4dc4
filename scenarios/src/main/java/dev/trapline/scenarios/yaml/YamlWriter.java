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
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./%<>=+()-]*( [A-Za-z0-9_./%<>=+()-]+)*");
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
        String flow = flow(value);
        if (value instanceof Scalar || indent + used + flow.length() <= WIDTH || isEmpty(value)) {
            out.append(' ').append(flow).append('\n');
        } else if (value instanceof Mapping mapping) {
            out.append('\n').append(" ".repeat(indent + 2));
            mapping(mapping, indent + 2);
        } else {
            out.append('\n');
            sequence((Sequence) value, indent + 2);
        }
    }

    private void sequence(Sequence sequence, int indent) {
        for (LocatedNode item : sequence.items()) {
            out.append(" ".repeat(indent)).append('-');
            String flow = flow(item);
            if (item instanceof Mapping mapping && indent + 2 + flow.length() > WIDTH) {
                out.append(' ');
                mapping(mapping, indent + 2);
            } else {
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
        if (node instanceof Scalar value) {
            return value.kind() == ScalarKind.NONE ? "null" : value.kind() == ScalarKind.TEXT ? scalar(value.text()) : value.text();
        }
        if (node instanceof Sequence list) {
            return "[" + String.join(", ", list.items().stream().map(YamlWriter::flow).toList()) + "]";
        }
        Mapping mapping = (Mapping) node;
        if (mapping.entries().isEmpty()) {
            return "{}";
        }
        List<String> parts = mapping.entries().entrySet().stream()
                .map(entry -> scalar(entry.getKey()) + ": " + flow(entry.getValue().value()))
                .toList();
        return "{ " + String.join(", ", parts) + " }";
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !NUMBER.matcher(text).matches() && !WORDS.contains(text);
        return plain ? text : quoted(text);
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
