package dev.trapline.reports.page;

import dev.trapline.reports.chart.Ink;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who is first, in each setting at its deciding point, by the metric that the verdict compares. */
public record RankingSection(List<Ranking> rankings) {
    private static final int MOST_RANKINGS = 24;

    /** The platforms at one point; {@code refused} are those that do not support it. */
    public record Ranking(
            String at, String metric, String unit, List<Place> places, List<String> refused, Neighbours neighbours) {}

    /**
     * A platform's place; its variants stand together as a range.
     *
     * @param rank that of the figure, which equals share; empty if it has none
     * @param value the figure, or the range over variants
     * @param difference to the reference in words; where there is none, whether it can be told from the best
     * @param limit what limits its streams, in words, or those of its variants; empty if it has none
     * @param word the verdict's where there is one, else that of the paired difference
     * @param sureWidth length of the bar up to the lower value, in percent of the longest, as CSS writes it
     * @param rangeWidth how much longer it is at the upper value
     */
    public record Place(
            String rank,
            String platform,
            String ink,
            String value,
            String difference,
            String limit,
            String word,
            String tone,
            String sureWidth,
            String rangeWidth) {}

    /** A platform's figures at one point, over its variants. */
    private record Standing(
            Contender contender, double low, double high, String value, String difference, String word) {}

    static RankingSection of(Digest digest) {
        List<Ranking> rankings = digest.grid().settings().stream()
                .flatMap(setting -> digest.judgedGuests().stream().map(guest -> ranking(digest, setting, guest)))
                .filter(ranking -> ranking.places().size() > 1)
                .limit(MOST_RANKINGS)
                .toList();
        return new RankingSection(rankings);
    }

    private static Ranking ranking(Digest digest, Grid.Setting setting, String guest) {
        String metric = digest.comparedMetric(setting, guest);
        int point = setting.deciding().point();
        List<Standing> standings = new ArrayList<>();
        for (String platform : digest.contenders().platforms()) {
            List<Contender> ran = digest.contenders().ofPlatform(platform).stream()
                    .filter(it -> digest.metric(it, point, guest, metric).isPresent())
                    .toList();
            if (!ran.isEmpty()) {
                standings.add(standing(digest, ran, point, guest, metric));
            }
        }
        Comparator<Standing> rising = Comparator.comparingDouble(it -> it.low() + it.high());
        standings.sort(Tone.higherIsBetter(metric) ? rising.reversed() : rising);
        double longest = standings.stream().mapToDouble(Standing::high).max().orElse(1);
        String unit = standings.isEmpty() ? "" : unit(digest, standings.get(0).contender(), point, guest, metric);
        String at = digest.grid().words(setting, setting.deciding());
        String group = digest.guests().size() > 1 ? (at.isEmpty() ? guest : at + ", " + guest) : at;
        List<String> refused = digest.contenders().platforms().stream()
                .filter(it -> digest.isRefused(it, point))
                .map(digest.contenders()::title)
                .toList();
        return new Ranking(
                group,
                Tone.words(metric),
                unit,
                standings.stream()
                        .map(it -> place(
                                rank(digest, point, guest, standings, it),
                                it.difference().isEmpty() ? unpaired(digest, it.contender(), point, guest) : it.difference(),
                                it,
                                limit(digest, it.contender(), point, guest),
                                longest))
                        .toList(),
                refused,
                Neighbours.of(digest, point, guest));
    }

    /** In results without ranks, the place in the order. */
    private static String rank(Digest digest, int point, String guest, List<Standing> order, Standing standing) {
        return digest.results().ranks().isEmpty()
                ? Integer.toString(order.indexOf(standing) + 1)
                : Neighbours.ranks(digest, point, guest, standing.contender().platform());
    }

    private static String unit(Digest digest, Contender contender, int point, String guest, String metric) {
        return digest.metric(contender, point, guest, metric)
                .map(Results.Metric::unit)
                .orElse("");
    }

    private static Standing standing(Digest digest, List<Contender> variants, int point, String guest, String metric) {
        List<Results.Metric> figures = variants.stream()
                .map(it -> digest.metric(it, point, guest, metric).orElseThrow())
                .toList();
        double low = figures.stream().mapToDouble(Results.Metric::mean).min().orElseThrow();
        double high = figures.stream().mapToDouble(Results.Metric::mean).max().orElseThrow();
        Results.Metric only = figures.get(0);
        String value = figures.size() == 1
                ? Figures.interval(only.mean(), only.low(), only.high())
                : range(Figures.value(low), Figures.value(high));
        String platform = variants.get(0).platform();
        Standing bare = new Standing(variants.get(0), low, high, value, "", "");
        return digest.verdict(platform, point, guest, metric)
                .map(it -> new Standing(
                        variants.get(0),
                        low,
                        high,
                        value,
                        Tone.difference(metric, it.ratioLow(), it.ratioHigh(), digest.contenders().title(it.reference())),
                        it.word()))
                .orElseGet(() -> paired(
                        digest,
                        bare,
                        digest.unjudged(platform),
                        variants.stream()
                                .flatMap(it -> digest.difference(it, point, guest, metric).stream())
                                .toList()));
    }

    private static String range(String low, String high) {
        return low.equals(high) ? low : low + " to " + high;
    }

    /** What the paired differences say; nothing of a platform that is judged as another. */
    private static Standing paired(Digest digest, Standing bare, String unjudged, List<Results.Difference> differences) {
        if (differences.isEmpty()) {
            return bare;
        }
        List<String> words =
                differences.stream().map(Results.Difference::verdict).distinct().toList();
        double low = differences.stream()
                .mapToDouble(Results.Difference::ratio)
                .min()
                .orElseThrow();
        double high = differences.stream()
                .mapToDouble(Results.Difference::ratio)
                .max()
                .orElseThrow();
        String common = words.size() == 1 ? words.get(0) : "depends on the variant";
        String word = unjudged.isEmpty() ? common : unjudged;
        Results.Difference first = differences.get(0);
        String reference = digest.contenders().title(first.reference());
        return new Standing(
                bare.contender(),
                bare.low(),
                bare.high(),
                bare.value(),
                Tone.difference(first.metric(), low, high, reference),
                word);
    }

    private static String limit(Digest digest, Contender one, int point, String guest) {
        return digest.contenders().ofPlatform(one.platform()).stream()
                .map(it -> digest.limitOfStreams(it, point, guest))
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** What stands where nothing is compared with a reference: whether it is the reference, or can be told from the best. */
    private static String unpaired(Digest digest, Contender contender, int point, String guest) {
        if (digest.reference().isPresent()) {
            return digest.reference().get().platform().equals(contender.platform()) ? "reference" : "";
        }
        List<Results.Rank> own = digest.ranks(point, guest).stream()
                .filter(it -> it.platform().equals(contender.platform()))
                .toList();
        if (own.isEmpty() || digest.results().settings().replications() < 2) {
            return "";
        }
        boolean isFirst = own.stream().anyMatch(it -> it.before().isEmpty());
        boolean isLeading = own.stream().anyMatch(Results.Rank::leading);
        return isFirst ? "best" : isLeading ? "not told from the best" : "told from the best";
    }

    private static Place place(String rank, String difference, Standing it, String limit, double longest) {
        return new Place(
                rank,
                it.contender().title(),
                Ink.of(it.contender()).name(),
                it.value(),
                difference,
                limit,
                it.word(),
                Tone.of(it.word()),
                width(it.low(), longest),
                width(it.high() - it.low(), longest));
    }

    private static String width(double value, double longest) {
        return String.format(Locale.ROOT, "%.2f%%", longest > 0 ? 100 * value / longest : 0);
    }
}
