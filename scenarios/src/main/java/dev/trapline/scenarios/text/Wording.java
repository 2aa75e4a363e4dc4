package dev.trapline.scenarios.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The turns of phrase that all problems share: quoted values, lists of words, and what was perhaps meant. */
public final class Wording {
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_GUESS = 64;

    private Wording() {}

    /** The text in single quotes, cut where it is long, with control characters spelled out. */
    public static String quoted(String text) {
        boolean cut = text.length() > LONGEST_QUOTE;
        return "'" + printable(cut ? text.substring(0, LONGEST_QUOTE) : text) + (cut ? "...'" : "'");
    }

    /** The text with control characters spelled out, so that it does no harm on a terminal. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || Character.isSurrogate(c)) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    public static String anyOf(Collection<String> words) {
        List<String> all = List.copyOf(words);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }

    /** {@code " (did you mean 'x'?)"}, or nothing where no known word is near. */
    public static String didYouMean(String got, Collection<String> known) {
        return nearest(got, known).map(word -> " (did you mean " + quoted(word) + "?)").orElse("");
    }

    /** The known word with the fewest edits, if they are at most a third of its length. */
    public static Optional<String> nearest(String got, Collection<String> known) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        if (got.length() <= LONGEST_GUESS) {
            for (String word : known) {
                int edits = edits(got.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
                boolean near = edits <= Math.max(1, word.length() / 3) && edits < word.length();
                if (near && edits < fewest) {
                    best = word;
                    fewest = edits;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swap ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
