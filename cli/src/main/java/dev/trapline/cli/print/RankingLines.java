package dev.trapline.cli.print;

import dev.trapline.reports.digest.Digest;
import dev.trapline.result.Results;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The order of the platforms at a point: each with its paired difference to the one before it, equals under one rank, and who
 * cannot be told from the best. None where there is nothing that the differences to the reference do not say.
 */
final class RankingLines {
    private static final int LEAST = 3;
    private static final int LETTERS = 34;

    private RankingLines() {}

    static List<String> lines(Digest digest, int point, String guest, Ink ink) {
        List<Results.Rank> ranks = digest.ranks(point, guest);
        if (ranks.size() < LEAST || digest.results().settings().replications() < 2) {
            return List.of();
        }
        TextTable table = TextTable.of("fwww");
        table.add(List.of("rank", "by " + ranks.get(0).metric(), "to the one before", ""));
        ranks.forEach(rank -> table.add(List.of(
                (rank.leading() ? "*" : "") + rank.rank(),
                name(rank.platform(), rank.variant()),
                difference(rank),
                ink.verdict(rank.verdict()))));
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(Paragraph.wrapped("", "", "* " + best(ranks) + "; corrected by Holm's method for all "
                + ranks.get(0).comparisons() + " pairs."));
        return lines;
    }

    private static String best(List<Results.Rank> ranks) {
        List<Results.Rank> leading = ranks.stream().filter(Results.Rank::leading).toList();
        String first = leading.get(0).platform();
        String others = leading.stream()
                .skip(1)
                .map(rank -> name(rank.platform(), rank.variant()))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "best: " + first : "best: " + first + "; not told from it: " + others;
    }

    private static String difference(Results.Rank rank) {
        return rank.before().isEmpty()
                ? ""
                : Words.ratio(rank.ratio()) + " (" + end(rank.low()) + " to " + end(rank.high()) + ")";
    }

    private static String end(double ratio) {
        return new BigDecimal(ratio).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Short enough for a line of 80 columns; of a variant its own name whole. */
    static String name(String platform, String variant) {
        String name = variant.isEmpty() ? platform : platform + " " + variant;
        if (name.length() <= LETTERS) {
            return name;
        }
        int room = Math.max(1, LETTERS - variant.length() - 3);
        return platform.substring(0, Math.min(platform.length(), room)) + ".. " + variant;
    }
}
