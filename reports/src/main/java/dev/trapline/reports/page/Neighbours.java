package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.List;

/**
 * Who can be told from whom in a ranking: each platform's paired difference to the one before it.
 *
 * @param pairs for how many pairs the verdicts are corrected
 */
public record Neighbours(List<Row> rows, int pairs) {

    /**
     * A platform or variant.
     *
     * @param ratio to the one before it, with its interval; empty for the first
     * @param word the verdict against the one before it; empty for the first
     * @param leading whether it is the best, or cannot be told from it
     */
    public record Row(int rank, String platform, String ratio, String word, String tone, boolean leading) {}

    /** No rows where there are fewer than two, or where one replication tells nothing apart. */
    static Neighbours of(Digest digest, int point, String guest) {
        List<Results.Rank> ranks = digest.ranks(point, guest);
        if (ranks.size() < 2 || digest.results().settings().replications() < 2) {
            return new Neighbours(List.of(), 0);
        }
        return new Neighbours(
                ranks.stream().map(rank -> row(digest, rank)).toList(), ranks.get(0).comparisons());
    }

    private static Row row(Digest digest, Results.Rank rank) {
        String interval = Figures.fixed(rank.low(), 3) + " to " + Figures.fixed(rank.high(), 3);
        String ratio = Figures.ratio(rank.ratio()) + " (" + interval + ")";
        return new Row(
                rank.rank(),
                name(digest, rank),
                rank.before().isEmpty() ? "" : ratio,
                rank.verdict(),
                Tone.of(rank.verdict()),
                rank.leading());
    }

    private static String name(Digest digest, Results.Rank rank) {
        return digest.contenders().all().stream()
                .filter(it -> it.owns(rank.platform(), rank.variant()))
                .map(Contender::name)
                .findFirst()
                .orElse(rank.platform());
    }

    /** The ranks of a platform's variants: {@code 4}, or {@code 4–6}; empty if it has none. */
    static String ranks(Digest digest, int point, String guest, String platform) {
        List<Integer> ranks = digest.ranks(point, guest).stream()
                .filter(it -> it.platform().equals(platform))
                .map(Results.Rank::rank)
                .sorted()
                .toList();
        if (ranks.isEmpty()) {
            return "";
        }
        int last = ranks.get(ranks.size() - 1);
        return ranks.get(0) == last ? Integer.toString(last) : ranks.get(0) + "\u2013" + last;
    }
}
