package dev.trapline.cli.print;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run found, for a terminal: one line on the run; for each setting, at the size that its verdict speaks of, the
 * figures and the verdicts; what was not supported; how expectations came out.
 */
public final class Summary {
    private static final int MOST_OF_A_SAMPLE = 6;

    private final Results results;
    private final Digest digest;
    private final double wallSeconds;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    private Summary(Results results, double wallSeconds, Ink ink) {
        this.results = results;
        this.digest = Digest.of(results);
        this.wallSeconds = wallSeconds;
        this.ink = ink;
    }

    public static Summary of(Results results, double wallSeconds, boolean coloured) {
        Summary summary = new Summary(results, wallSeconds, new Ink(coloured));
        summary.write();
        return summary;
    }

    public List<String> lines() {
        return ink.finished(lines);
    }

    private void write() {
        lines.addAll(HeadLine.of(results, wallSeconds, ink));
        chapter(LimitLines.of(results.limits(), results.drawRanges()));
        List<Grid.Setting> settings = digest.grid().settings();
        int shown = digest.grid().sampled().isEmpty() ? settings.size() : Math.min(settings.size(), MOST_OF_A_SAMPLE);
        settings.subList(0, shown).forEach(this::setting);
        if (shown < settings.size()) {
            chapter(List.of((settings.size() - shown) + " more points of the sample stand in the report."));
        }
        if (!results.drawRanges().isEmpty()) {
            chapter(Paragraph.wrapped("", "  ", "What each figure is over the draws of costs stands in the report and in draws.csv."));
        }
        chapter(unsupported());
        chapter(ExpectationLines.of(results.expectations(), ink));
        chapter(results.warnings().stream().flatMap(it -> Paragraph.wrapped("Note: ", "  ", it).stream()).toList());
        lines.add("");
    }

    private void setting(Grid.Setting setting) {
        List<String> guests = digest.guests();
        int point = setting.deciding().point();
        for (String guest : guests) {
            String where = digest.grid().words(setting, setting.deciding());
            String title = guests.size() == 1 ? where : where.isEmpty() ? guest : where + ", " + guest;
            chapter(SettingTable.lines(digest, point, guest, title, ink));
            chapter(RankingLines.lines(digest, point, guest));
        }
        List<String> sentences = new ArrayList<>();
        digest.verdicts(setting).forEach(verdict -> sentences.addAll(Paragraph.wrapped("", "  ", verdict.sentence())));
        chapter(sentences);
    }

    /** Each rule once, with the points at which it was in the way. */
    private List<String> unsupported() {
        List<String> words = new ArrayList<>();
        results.unsupported().stream()
                .map(UnsupportedRule::of)
                .distinct()
                .forEach(rule -> words.addAll(rule.lines(digest)));
        return words;
    }

    private void chapter(List<String> more) {
        if (!more.isEmpty()) {
            lines.add("");
            lines.addAll(more);
        }
    }
}
