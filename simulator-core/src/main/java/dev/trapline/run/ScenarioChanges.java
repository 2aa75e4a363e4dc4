package dev.trapline.run;

import dev.trapline.result.ResultComparison.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of a resolved scenario that only one of two has, each with where it stands. Lines in both are matched by their longest
 * common subsequence, so that a line more does not change all that follow it.
 */
final class ScenarioChanges {
    /** Beyond so many different lines on a side they are matched by their order alone. */
    private static final int MOST_MATCHED = 2_000;

    private static final String ITEM = "- ";

    private final List<String> first;
    private final List<String> second;
    private final List<Change> changes = new ArrayList<>();

    private ScenarioChanges(List<String> first, List<String> second) {
        this.first = first;
        this.second = second;
    }

    static List<Change> between(String first, String second) {
        ScenarioChanges changes = new ScenarioChanges(first.lines().toList(), second.lines().toList());
        changes.compare();
        return changes.changes;
    }

    private void compare() {
        int start = 0;
        while (start < Math.min(first.size(), second.size()) && first.get(start).equals(second.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(first.size(), second.size()) - start
                && first.get(first.size() - 1 - end).equals(second.get(second.size() - 1 - end))) {
            end++;
        }
        if (Math.max(first.size(), second.size()) - end - start > MOST_MATCHED) {
            addInOrder(start, first.size() - end, second.size() - end);
            return;
        }
        int[][] common = common(start, first.size() - end, second.size() - end);
        int i = start;
        int j = start;
        while (i < first.size() - end || j < second.size() - end) {
            int fromI = i;
            int fromJ = j;
            while (i < first.size() - end && j < second.size() - end && !first.get(i).equals(second.get(j))) {
                if (common[i - start + 1][j - start] >= common[i - start][j - start + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            if (i >= first.size() - end || j >= second.size() - end) {
                add(fromI, first.size() - end, fromJ, second.size() - end);
                return;
            }
            add(fromI, i, fromJ, j);
            i++;
            j++;
        }
    }

    /** Line by line, those left out that are the same on both sides. */
    private void addInOrder(int start, int firstEnd, int secondEnd) {
        for (int k = start; k < Math.max(firstEnd, secondEnd); k++) {
            if (k >= firstEnd || k >= secondEnd || !first.get(k).equals(second.get(k))) {
                add(Math.min(k, firstEnd), Math.min(k + 1, firstEnd), Math.min(k, secondEnd), Math.min(k + 1, secondEnd));
            }
        }
    }

    /** How long the longest common subsequence of what follows is. */
    private int[][] common(int start, int firstEnd, int secondEnd) {
        int[][] length = new int[firstEnd - start + 1][secondEnd - start + 1];
        for (int i = firstEnd - start - 1; i >= 0; i--) {
            for (int j = secondEnd - start - 1; j >= 0; j--) {
                length[i][j] = first.get(start + i).equals(second.get(start + j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    /** Of two items or values that are written in one line the keys that differ; of anything else the whole line. */
    private void add(String place, String was, String is) {
        Map<String, String> before = keys(was);
        Map<String, String> after = keys(is);
        String opening = was.substring(0, Math.max(0, was.indexOf('{')));
        if (before.isEmpty() || after.isEmpty() || !is.startsWith(opening)) {
            changes.add(new Change(place, was, is));
            return;
        }
        String inside = opening.replace(":", "").strip();
        String name = before.getOrDefault("name", "").equals(after.get("name")) ? before.get("name") : "";
        String path = Stream.of(place.equals("scenario") ? "" : place, inside, name)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            String old = before.getOrDefault(key, "");
            String now = after.getOrDefault(key, "");
            if (!old.equals(now)) {
                changes.add(new Change(path.isEmpty() ? key : path + "." + key, old, now));
            }
        }
    }

    /** Keys and values of {@code { a: 1, b: [2, 3] }} behind whatever stands before it; none of other lines. */
    private static Map<String, String> keys(String line) {
        Map<String, String> keys = new LinkedHashMap<>();
        int open = line.indexOf('{');
        if (open < 0 || !line.endsWith("}") || (open > 0 && !line.substring(0, open).endsWith(": "))) {
            return keys;
        }
        String inside = line.substring(open + 1, line.length() - 1);
        String unquoted = unquoted(inside);
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= inside.length(); i++) {
            char at = i < inside.length() ? unquoted.charAt(i) : ',';
            depth += at == '{' || at == '[' ? 1 : at == '}' || at == ']' ? -1 : 0;
            if (at == ',' && depth == 0) {
                int colon = unquoted.substring(begin, i).indexOf(": ");
                if (colon < 0) {
                    return new LinkedHashMap<>();
                }
                String entry = inside.substring(begin, i);
                keys.put(entry.substring(0, colon).strip(), entry.substring(colon + 2).strip());
                begin = i + 1;
            }
        }
        return keys;
    }

    /** As long, with a letter for each character in quotes, so that commas and colons in them separate nothing. */
    private static String unquoted(String text) {
        StringBuilder plain = new StringBuilder();
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            plain.append(open == 0 ? at : 'x');
            if (open == '"' && at == '\\' && i + 1 < text.length()) {
                plain.append('x');
                i++;
            } else if (open == 0) {
                boolean begins = i == 0 || " [{,".indexOf(text.charAt(i - 1)) >= 0;
                open = begins && (at == '"' || at == '\'') ? at : 0;
            } else if (at == open) {
                open = 0;
            }
        }
        return plain.toString();
    }

    private void add(int firstFrom, int firstTo, int secondFrom, int secondTo) {
        for (int k = 0; k < Math.max(firstTo - firstFrom, secondTo - secondFrom); k++) {
            boolean was = firstFrom + k < firstTo;
            boolean is = secondFrom + k < secondTo;
            add(
                    was ? place(first, firstFrom + k) : place(second, secondFrom + k),
                    was ? text(first.get(firstFrom + k)) : "",
                    is ? text(second.get(secondFrom + k)) : "");
        }
    }

    private static String text(String line) {
        String stripped = line.strip();
        return stripped.startsWith(ITEM) ? stripped.substring(ITEM.length()).strip() : stripped;
    }

    /** The keys above a line, items of lists by their name: {@code guests.web}; {@code scenario} at the top. */
    private static String place(List<String> lines, int at) {
        String place = "";
        int inside = indent(lines.get(at));
        for (int i = at - 1; i >= 0 && inside > 0; i--) {
            String line = lines.get(i);
            boolean names = line.strip().startsWith(ITEM + "name: ");
            if (indent(line) < inside && (names || line.strip().endsWith(":"))) {
                String key = names ? line.strip().substring((ITEM + "name: ").length()) : line.strip().replace(":", "");
                place = key + (place.isEmpty() ? "" : "." + place);
                inside = indent(line);
            }
        }
        return place.isEmpty() ? "scenario" : place;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
