package dev.trapline.cli.print;

import dev.trapline.reports.digest.Digest;
import dev.trapline.result.Results;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which platform is best at a point, and which cannot be told from it; the whole ranking stands in the report and in
 * ranking.csv. None where there is nothing that the differences to the reference do not say.
 */
final class RankingLines {
    private static final int LEAST = 3;

    private RankingLines() {}

    static List<String> lines(Digest digest, int point, String guest) {
        List<Results.Rank> ranks = digest.ranks(point, guest);
        if (ranks.size() < LEAST || digest.results().settings().replications() < 2) {
            return List.of();
        }
        return Paragraph.wrapped("", "  ", best(ranks) + " (Holm's method for all " + ranks.get(0).comparisons() + " pairs).");
    }

    private static String best(List<Results.Rank> ranks) {
        List<Results.Rank> leading = ranks.stream().filter(Results.Rank::leading).toList();
        String others = leading.stream().skip(1).map(RankingLines::name).collect(Collectors.joining(", "));
        return "Best by " + ranks.get(0).metric() + ": " + name(leading.get(0))
                + (others.isEmpty() ? "" : "; not told from it: " + others);
    }

    private static String name(Results.Rank rank) {
        return rank.variant().isEmpty() ? rank.platform() : rank.platform() + " " + rank.variant();
    }
}
