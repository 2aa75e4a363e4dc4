package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contenders;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Ledgers;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer: one case for each setting and guest group, and all of them at a glance.
 *
 * @param reference what ratios are relative to, in words; empty if there are no verdicts
 * @param rows one for each platform that was judged
 * @param left how many cases had no room
 */
public record VerdictSection(String reference, List<Case> cases, List<Row> rows, int left) {
    private static final double UNDECIDED = 1e9;
    private static final int MOST_CASES = 12;

    /** What was judged together: {@code lead} is the largest difference, {@code others} the rest. */
    public record Case(String at, String metric, Judgement lead, List<Judgement> others) {}

    /**
     * @param held in how many draws of the uncertain costs it holds, in words; empty if there were none
     * @param scaling where it stops scaling, in words; empty if it does not
     * @param spread the ratios that the draws gave, in words; empty if there were none
     * @param weight the smaller, the more it matters
     */
    public record Judgement(
            String platform,
            String ratio,
            String word,
            String tone,
            String held,
            String scaling,
            String spread,
            String sentence,
            List<Cause> causes,
            double weight) {}

    /** A mechanism's share of a difference; {@code percent} of 0 to 100 for the length of a bar. */
    public record Cause(String what, String share, String milliseconds, int percent) {}

    /** A platform in all cases. */
    public record Row(String platform, List<Cell> cells) {}

    /** One judgement of a case, with its point if that is not the case's; or why there is none. */
    public record Cell(String at, Optional<Judgement> judgement, String elsewhere, String absence) {}

    /** Which verdicts belong to one case. */
    private record Key(String setting, String guest, String metric) {}

    public boolean isEmpty() {
        return cases.isEmpty();
    }

    static VerdictSection of(Digest digest) {
        Map<Key, List<Results.Verdict>> byCase = new LinkedHashMap<>();
        digest.results()
                .verdicts()
                .forEach(it -> byCase.computeIfAbsent(
                                new Key(it.setting(), it.guest(), it.metric()), key -> new ArrayList<>())
                        .add(it));
        Contenders contenders = digest.contenders();
        List<List<Results.Verdict>> shown =
                byCase.values().stream().limit(MOST_CASES).toList();
        List<Case> cases =
                shown.stream().map(verdicts -> caseOf(verdicts, digest)).toList();
        List<Row> rows = contenders.platforms().stream()
                .map(platform -> row(digest, platform, shown))
                .filter(row ->
                        row.cells().stream().anyMatch(cell -> cell.judgement().isPresent()))
                .toList();
        String reference = digest.results().verdicts().stream()
                .map(it -> contenders.title(it.reference()))
                .findFirst()
                .orElse("");
        return new VerdictSection(reference, cases, rows, byCase.size() - shown.size());
    }

    private static Row row(Digest digest, String platform, Iterable<List<Results.Verdict>> cases) {
        List<Cell> cells = new ArrayList<>();
        for (List<Results.Verdict> verdicts : cases) {
            Optional<Results.Verdict> own = verdicts.stream()
                    .filter(it -> it.platform().equals(platform))
                    .findFirst();
            int point = last(verdicts).point();
            boolean isElsewhere = own.isPresent() && own.get().point() != point;
            cells.add(new Cell(
                    where(last(verdicts), digest),
                    own.map(it -> judgement(it, digest)),
                    isElsewhere ? "at " + own.get().at() : "",
                    digest.isRefused(platform, point) ? "not supported" : "not judged"));
        }
        return new Row(digest.contenders().title(platform), cells);
    }

    private static Case caseOf(List<Results.Verdict> verdicts, Digest digest) {
        Results.Verdict last = last(verdicts);
        List<Judgement> sorted = verdicts.stream()
                .map(it -> judgement(it, digest))
                .sorted(Comparator.comparingDouble(Judgement::weight))
                .toList();
        return new Case(where(last, digest), Tone.words(last.metric()), sorted.get(0), sorted.subList(1, sorted.size()));
    }

    private static String where(Results.Verdict it, Digest digest) {
        String group = digest.guests().size() > 1 ? it.guest() : "";
        return Stream.of(digest.grid().words(it.point()), group)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The verdict at the largest point: platforms that do not go so far are judged at a smaller one. */
    private static Results.Verdict last(List<Results.Verdict> verdicts) {
        return verdicts.stream()
                .max(Comparator.comparingInt(Results.Verdict::point))
                .orElseThrow();
    }

    private static double weight(Results.Verdict verdict) {
        double carried =
                Tone.higherIsBetter(verdict.metric()) ? verdict.ratioLow() : 1 / Math.max(verdict.ratioHigh(), 1e-9);
        return Tone.isDecided(verdict.word()) ? carried : UNDECIDED + carried;
    }

    private static Judgement judgement(Results.Verdict verdict, Digest digest) {
        String held = verdict.draws() == 0 ? "" : "in " + verdict.drawsHeld() + " of " + verdict.draws() + " draws";
        return new Judgement(
                digest.contenders().title(verdict.platform()),
                Figures.ratios(verdict.ratioLow(), verdict.ratioHigh()),
                verdict.word(),
                Tone.of(verdict.word()),
                held,
                scaling(verdict, digest),
                spread(verdict, digest),
                Figures.unbroken(verdict.sentence()),
                causes(verdict),
                weight(verdict));
    }

    private static String scaling(Results.Verdict verdict, Digest digest) {
        String at = verdict.stopsScalingAt();
        return at.isEmpty()
                ? ""
                : "stops scaling at "
                        + digest.grid().growing().map(it -> it.words(at)).orElse(at);
    }

    /** What the draws of one platform gave at the verdict's point, variant by variant. */
    private static String spread(Results.Verdict verdict, Digest digest) {
        return digest.results().survivals().stream()
                .filter(it -> it.platform().equals(verdict.platform()) && it.point() == verdict.point())
                .filter(it -> it.guest().equals(verdict.guest()) && it.metric().equals(verdict.metric()))
                .map(it -> (it.variant().isEmpty() ? "" : it.variant() + " ") + Figures.ratios(it.low(), it.high())
                        + ", middle " + Figures.ratio(it.median()))
                .collect(Collectors.joining("; "));
    }

    /** Shares of a difference; there are none where no difference is shown, whatever the arithmetic of noise gives. */
    private static List<Cause> causes(Results.Verdict verdict) {
        return Tone.of(verdict.word()).equals("same")
                ? List.of()
                : verdict.mechanisms().stream().map(VerdictSection::cause).toList();
    }

    private static Cause cause(Results.MechanismShare share) {
        return new Cause(
                Ledgers.words(share.place(), share.mechanism(), share.kind(), share.occupier()),
                Figures.percent(share.share()),
                Figures.value(share.milliseconds(), 3),
                (int) Math.round(Math.max(0, Math.min(1, share.share())) * 100));
    }
}
