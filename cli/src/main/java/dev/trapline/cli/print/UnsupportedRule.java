package dev.trapline.cli.print;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;

/** A rule that kept a platform from running at some points, or would have. */
record UnsupportedRule(String platform, String rule, String sentence, String source, boolean ran) {

    static UnsupportedRule of(Results.Unsupported row) {
        return new UnsupportedRule(row.platform(), row.rule(), row.sentence(), row.source(), row.ran());
    }

    List<String> lines(Digest digest) {
        String from = source.isEmpty() ? "" : "; " + source;
        String text = sentence + " (rule " + rule + from + ")" + where(digest);
        return Paragraph.wrapped(ran ? "Warning: " : "Not supported: ", "  ", text);
    }

    private String where(Digest digest) {
        List<Integer> points = digest.results().unsupported().stream()
                .filter(row -> of(row).equals(this))
                .map(Results.Unsupported::point)
                .distinct()
                .toList();
        List<String> words = new ArrayList<>();
        for (Grid.Setting setting : digest.grid().settings()) {
            for (Grid.Stop stop : setting.stops()) {
                if (points.contains(stop.point())) {
                    words.add(digest.grid().words(setting, stop));
                }
            }
        }
        boolean everywhere = points.size() == digest.results().points().size();
        return everywhere ? "" : ", at " + String.join("; ", words);
    }
}
