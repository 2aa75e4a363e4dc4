package dev.trapline.cli.print;

import dev.trapline.result.Results;
import dev.trapline.scenarios.expect.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every expectation of a published experiment: what was measured, what is simulated, and how far off that is. */
public final class ValidationTable {
    private static final String INDENT = "  ";

    private final List<Judgement> judgements;
    private final Ink ink;
    private final TextTable table = TextTable.of("wwwfww");

    private ValidationTable(List<Judgement> judgements, Ink ink) {
        this.judgements = judgements;
        this.ink = ink;
    }

    public static List<String> lines(
            Results results, List<Judgement> judgements, double wallSeconds, boolean coloured) {
        Ink ink = new Ink(coloured);
        List<String> lines = new ArrayList<>();
        lines.add(HeadLine.of(results, wallSeconds, ink));
        lines.addAll(Paragraph.wrapped(results.question()));
        lines.add("");
        lines.addAll(new ValidationTable(judgements, ink).text());
        return ink.finished(lines);
    }

    private List<String> text() {
        table.add(List.of(INDENT + "kind", "metric", "measured", "simulated", "error", ""));
        judgements.forEach(judgement -> table.add(cells(judgement)));
        List<String> rows = table.lines();
        List<String> lines = new ArrayList<>(List.of(rows.get(0)));
        String where = "";
        for (int i = 0; i < judgements.size(); i++) {
            Judgement judgement = judgements.get(i);
            if (!where.equals(where(judgement.at()))) {
                where = where(judgement.at());
                lines.add(where);
            }
            lines.add(rows.get(i + 1));
            lines.addAll(remarks(judgement));
        }
        return lines;
    }

    /** {@code vmware-workstation-2.0 (send-combining) at machine pc-733-2001}. */
    private static String where(Map<String, String> at) {
        Map<String, String> others = new LinkedHashMap<>(at);
        String platform = others.remove("platform");
        String variant = others.remove("variant");
        String who = (platform == null ? "all platforms" : platform) + (variant == null ? "" : " (" + variant + ")");
        String point = others.entrySet().stream()
                .map(axis -> axis.getKey() + " " + axis.getValue())
                .collect(Collectors.joining(", "));
        return point.isEmpty() ? who : who + " at " + point;
    }

    private List<String> cells(Judgement judgement) {
        List<String> cells = new ArrayList<>(List.of(INDENT + judgement.use().word(), judgement.metric(), judgement.wanted()));
        if (isOneFigure(judgement)) {
            Results.Metric row = judgement.figures().get(0).row();
            cells.add((Words.interval(row.mean(), (row.high() - row.low()) / 2) + " " + row.unit()).strip());
            cells.add(judgement.figures().get(0).deviation());
        } else {
            cells.addAll(List.of("", ""));
        }
        cells.add(ink.verdict(Scores.word(judgement)));
        return cells;
    }

    private static boolean isOneFigure(Judgement judgement) {
        return judgement.figures().size() == 1;
    }

    private static List<String> remarks(Judgement judgement) {
        List<String> remarks = new ArrayList<>();
        if (!isOneFigure(judgement)) {
            remarks.add("found " + judgement.outcome().found());
        }
        if (!judgement.note().isEmpty()) {
            remarks.add(judgement.note());
        }
        if (!judgement.knownMiss().isEmpty()) {
            String known = judgement.outcome().met() ? "met, though listed as a known miss: " : "known: ";
            remarks.add(known + judgement.knownMiss());
        }
        String indent = INDENT.repeat(3);
        return remarks.stream().flatMap(remark -> Paragraph.wrapped(indent, indent, remark).stream()).toList();
    }
}
