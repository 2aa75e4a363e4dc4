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

/** Who is first, in each setting at its deciding point, by the metric that the verdict compares. */
public record RankingSection(List<Ranking> rankings) {
    private static final int MOST_RANKINGS = 24;

    public record Ranking(String at, String metric, String unit, List<Place> places) {}

    /**
     * A platform's place; its variants stand together as a range.
     *
     * @param value the figure, or the range over variants
     * @param ratio to native; empty if it is the reference or there is none
     * @param sureWidth length of the bar up to the lower value, in percent of the longest, as CSS writes it
     * @param rangeWidth how much longer it is at the upper value
     */
    public record Place(
            String platform, String ink, String value, String ratio, String word, String tone, String sureWidth, String rangeWidth) {}

    /** A platform's figures at one point, over its variants. */
    private record Standing(
            Contender contender, double low, double high, String value, List<Results.Difference> differences) {}

    static RankingSection of(Digest digest) {
        List<Ranking> rankings = new ArrayList<>();
        for (Grid.Setting setting : digest.grid().settings()) {
            for (String guest : digest.guests()) {
                Ranking ranking = ranking(digest, setting, guest);
                if (ranking.places().size() > 1 && rankings.size() < MOST_RANKINGS) {
                    rankings.add(ranking);
                }
            }
        }
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
        return new Ranking(
                group, Tone.words(metric), unit, standings.stream().map(it -> place(it, longest)).toList());
    }

    private static String unit(Digest digest, Contender contender, int point, String guest, String metric) {
        return digest.metric(contender, point, guest, metric).map(Results.Metric::unit).orElse("");
    }

    private static Standing standing(Digest digest, List<Contender> variants, int point, String guest, String metric) {
        List<Results.Metric> figures =
                variants.stream().map(it -> digest.metric(it, point, guest, metric).orElseThrow()).toList();
        double low = figures.stream().mapToDouble(Results.Metric::mean).min().orElseThrow();
        double high = figures.stream().mapToDouble(Results.Metric::mean).max().orElseThrow();
        Results.Metric only = figures.get(0);
        String value = figures.size() == 1
                ? Figures.interval(only.mean(), only.low(), only.high())
                : Figures.value(low) + " to " + Figures.value(high);
        List<Results.Difference> differences = variants.stream()
                .flatMap(it -> digest.difference(it, point, guest, metric).stream())
                .toList();
        return new Standing(variants.get(0), low, high, value, differences);
    }

    private static Place place(Standing it, double longest) {
        List<String> words = it.differences().stream().map(Results.Difference::verdict).distinct().toList();
        String word = words.size() == 1 ? words.get(0) : words.isEmpty() ? "" : "depends on variant";
        double low = it.differences().stream().mapToDouble(Results.Difference::ratio).min().orElse(0);
        double high = it.differences().stream().mapToDouble(Results.Difference::ratio).max().orElse(0);
        return new Place(
                it.contender().title(),
                Ink.of(it.contender()).name(),
                it.value(),
                it.differences().isEmpty() ? "" : Figures.ratios(low, high),
                word,
                Tone.of(word),
                width(it.low(), longest),
                width(it.high() - it.low(), longest));
    }

    private static String width(double value, double longest) {
        return String.format(Locale.ROOT, "%.2f%%", longest > 0 ? 100 * value / longest : 0);
    }
}
