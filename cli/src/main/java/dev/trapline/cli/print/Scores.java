package dev.trapline.cli.print;

import dev.trapline.result.Results;
import dev.trapline.scenarios.expect.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How all expectations came out, by kind; predictions beside what a model without mechanisms would have said. */
public final class Scores {
    /** The kinds in the order in which they are told; the first two say how an experiment was set up. */
    private static final List<String> KINDS =
            List.of("input", "identify", "calibrate", "consistency", "order", "rule", "predict");

    /** Kinds that claim a sign, an order or a rule, so that there is only right and wrong. */
    private static final List<String> CLAIMS = List.of("order", "rule");

    private static final List<String> NOT_SCORED = List.of("input", "identify");

    /** How many there are of a kind, how many came out as expected, and how many are known not to. */
    private record Count(int all, int met, int known) {
        Count with(Judgement judgement) {
            boolean isMet = judgement.outcome().met();
            boolean isKnown = !isMet && !judgement.knownMiss().isEmpty();
            return new Count(all + 1, met + (isMet ? 1 : 0), known + (isKnown ? 1 : 0));
        }
    }

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<RatioCell> cells = new ArrayList<>();

    public Scores() {
        KINDS.forEach(kind -> counts.put(kind, new Count(0, 0, 0)));
    }

    public void add(Results results, List<Judgement> judgements) {
        for (Judgement judgement : judgements) {
            counts.computeIfPresent(judgement.use().word(), (kind, count) -> count.with(judgement));
        }
        cells.addAll(RatioCell.of(results, judgements));
    }

    /** Whether something missed without a reason that is known. */
    public boolean isMissed() {
        return counts.values().stream().anyMatch(count -> count.met() + count.known() < count.all());
    }

    /** {@code met} and {@code missed}, of claims {@code right} and {@code wrong}. */
    static String word(Judgement judgement) {
        boolean claim = judgement.use().isClaim();
        return judgement.outcome().met() ? claim ? "right" : "met" : claim ? "wrong" : "missed";
    }

    public List<String> lines() {
        TextTable table = TextTable.of("ww");
        counts.forEach((kind, count) -> {
            if (count.all() > 0) {
                table.add(List.of(kind, inWords(kind, count)));
            }
        });
        List<String> lines = new ArrayList<>(table.lines());
        if (!cells.isEmpty()) {
            lines.addAll(Paragraph.wrapped("", "  ", RatioCell.errors(cells)));
        }
        return lines;
    }

    private static String inWords(String kind, Count count) {
        String word = CLAIMS.contains(kind) ? "right" : "met";
        return count.met() + " of " + count.all() + " " + word
                + (count.known() == 0 ? "" : ", " + count.known() + " known to miss")
                + (NOT_SCORED.contains(kind) ? " (not scored)" : "");
    }
}
