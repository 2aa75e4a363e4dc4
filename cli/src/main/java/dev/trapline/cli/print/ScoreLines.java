package dev.trapline.cli.print;

import dev.trapline.cli.validation.BasisCount;
import dev.trapline.cli.validation.Bound;
import dev.trapline.cli.validation.Fitted;
import dev.trapline.cli.validation.Orders;
import dev.trapline.cli.validation.Score;
import dev.trapline.cli.validation.Validation;
import dev.trapline.spec.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What follows from all rows of a validation: by kind, beside the baselines, and bound by bound. */
public final class ScoreLines {
    private final Score score;
    private final Ink ink;

    private ScoreLines(Score score, Ink ink) {
        this.score = score;
        this.ink = ink;
    }

    /**
     * The lines.
     *
     * @param whole whether all published experiments were run, so that the bounds can be held against them
     */
    public static List<String> of(Validation validation, boolean whole, boolean coloured) {
        ScoreLines writer = new ScoreLines(validation.score(), new Ink(coloured));
        List<String> lines = new ArrayList<>(writer.kinds());
        lines.addAll(writer.orders());
        lines.addAll(writer.baselines());
        if (whole) {
            lines.add("");
            lines.addAll(fitted(validation.fitted()));
            lines.add("");
            lines.addAll(writer.bounds());
        }
        return writer.ink.finished(lines);
    }

    private List<String> kinds() {
        TextTable table = TextTable.of("wwww");
        table.add(List.of("", "", "median error", "largest"));
        for (Score.Kind kind : score.kinds()) {
            String came = kind.met() + " of " + kind.all() + (kind.use().isClaim() ? " right" : " met")
                    + (kind.known() == 0 ? "" : ", " + kind.known() + " known to miss")
                    + (kind.use().isScored() ? "" : " (not scored)");
            table.add(List.of(kind.use().word(), came, percent(kind.median()), percent(kind.worst())));
        }
        return score.kinds().isEmpty() ? List.of() : table.fitted();
    }

    private List<String> orders() {
        Orders orders = score.orders();
        int pairs = orders.right() + orders.wrong().size();
        if (pairs == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Paragraph.wrapped("", "  ", "Of " + Words.count(pairs, "pair")
                + " of published figures that differ by at least 5 %, " + orders.right() + " come out in their order."));
        orders.wrong().forEach(pair -> lines.addAll(Paragraph.wrapped("  " + ink.verdict("wrong") + ": ", "    ", pair.inWords())));
        return lines;
    }

    private List<String> baselines() {
        int cells = score.baselines().compared().size();
        if (cells == 0) {
            return List.of();
        }
        String text = "Ratios to native are off by " + percent(score.baselines().model()) + " in the median over "
                + Words.count(cells, "figure") + " with an overhead of at least 5 %; \"as fast as native\" would be off by "
                + percent(score.baselines().asNative())
                + ", \"one factor per platform\", fitted to all its predicted ratios, by "
                + percent(score.baselines().oneFactor()) + " ("
                + score.baselines().factors().entrySet().stream()
                        .map(factor -> factor.getKey() + " " + Words.value(factor.getValue()))
                        .collect(Collectors.joining(", "))
                + ").";
        return Paragraph.wrapped("", "  ", text);
    }

    private static List<String> fitted(List<Fitted> fitted) {
        TextTable table = TextTable.of("wfffw");
        table.add(List.of("table", "figures", "costs fitted", "taken as printed", "fitted by"));
        for (Fitted each : fitted) {
            String entries = each.byEntry().entrySet().stream()
                    .map(entry -> entry.getValue() + " " + entry.getKey())
                    .collect(Collectors.joining(", "));
            table.add(List.of(
                    each.table(), "" + each.cells(), "" + each.parameters(), "" + each.printed(), entries));
        }
        return table.fitted();
    }

    private List<String> bounds() {
        List<String> lines = new ArrayList<>();
        for (Bound bound : score.bounds()) {
            lines.addAll(Paragraph.wrapped(
                    ink.verdict(bound.kept() ? "met" : "missed") + ": ", "  ", bound.text() + ": " + bound.found()));
        }
        return lines;
    }

    /** How many numbers of the catalogue have each basis. */
    public static List<String> bases(List<BasisCount> bases) {
        TextTable table = TextTable.of("w" + "f".repeat(Basis.values().length + 1));
        List<String> head = new ArrayList<>(List.of(""));
        Arrays.stream(Basis.values()).map(Basis::word).forEach(head::add);
        head.add("in all");
        table.add(head);
        for (BasisCount each : bases) {
            List<String> cells = new ArrayList<>(List.of(each.name()));
            Arrays.stream(Basis.values()).forEach(basis -> cells.add(each.counts().getOrDefault(basis, 0).toString()));
            cells.add("" + each.total());
            table.add(cells);
        }
        return table.fitted();
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Score.percent(share.getAsDouble()) : "";
    }
}
