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

/**
 * The answer: one case for each setting and guest group, and all of them at a glance.
 *
 * @param reference what ratios are relative to, in words; empty if there are no verdicts
 * @param rows one for each platform that was judged
 */
public record VerdictSection(String reference, List<Case> cases, List<Row> rows) {

    /** What was judged together: {@code lead} is the largest difference, {@code others} the rest. */
    public record Case(String at, String metric, Judgement lead, List<Judgement> others) {}

    /**
     * @param held in how many draws of the uncertain costs it holds, in words; empty if there were none
     */
    public record Judgement(
            String platform, String ratio, String word, String tone, String held, String sentence, List<Cause> causes) {}

    /** A mechanism's share of a difference; {@code percent} of 0 to 100 for the length of a bar. */
    public record Cause(String what, String share, String milliseconds, int percent) {}

    /** A platform in all cases; a cell is absent where it was not judged. */
    public record Row(String platform, List<Optional<Judgement>> cells) {}

    /** Which verdicts belong to one case. */
    private record Key(String at, String guest, String metric) {
        static Key of(Results.Verdict verdict) {
            return new Key(verdict.at(), verdict.guest(), verdict.metric());
        }
    }

    public boolean isEmpty() {
        return cases.isEmpty();
    }

    static VerdictSection of(Digest digest) {
        Map<Key, List<Results.Verdict>> byCase = new LinkedHashMap<>();
        digest.results().verdicts().forEach(it -> byCase.computeIfAbsent(Key.of(it), key -> new ArrayList<>()).add(it));
        Contenders contenders = digest.contenders();
        List<Case> cases = byCase.values().stream().map(verdicts -> caseOf(verdicts, contenders)).toList();
        List<Row> rows = contenders.platforms().stream()
                .map(platform -> row(platform, byCase.values(), contenders))
                .filter(row -> row.cells().stream().anyMatch(Optional::isPresent))
                .toList();
        String reference = digest.results().verdicts().stream()
                .map(it -> contenders.title(it.reference()))
                .findFirst()
                .orElse("");
        return new VerdictSection(reference, cases, rows);
    }

    private static Row row(String platform, Iterable<List<Results.Verdict>> cases, Contenders contenders) {
        List<Optional<Judgement>> cells = new ArrayList<>();
        for (List<Results.Verdict> verdicts : cases) {
            cells.add(verdicts.stream()
                    .filter(it -> it.platform().equals(platform))
                    .map(it -> judgement(it, contenders))
                    .findFirst());
        }
        return new Row(contenders.title(platform), cells);
    }

    private static Case caseOf(List<Results.Verdict> verdicts, Contenders contenders) {
        Results.Verdict first = verdicts.get(0);
        List<Judgement> sorted = verdicts.stream()
                .sorted(Comparator.comparingDouble(VerdictSection::goodness))
                .map(it -> judgement(it, contenders))
                .toList();
        String where = first.at().isEmpty() ? first.setting() : first.at();
        return new Case(where, Tone.words(first.metric()), sorted.get(0), sorted.subList(1, sorted.size()));
    }

    /** The worse, the smaller, whichever way the metric is good. */
    private static double goodness(Results.Verdict verdict) {
        return Tone.higherIsBetter(verdict.metric()) ? verdict.ratioLow() : -verdict.ratioHigh();
    }

    private static Judgement judgement(Results.Verdict verdict, Contenders contenders) {
        String held = verdict.draws() == 0 ? "" : "holds in " + verdict.drawsHeld() + " of " + verdict.draws() + " draws";
        return new Judgement(
                contenders.title(verdict.platform()),
                Figures.ratios(verdict.ratioLow(), verdict.ratioHigh()),
                verdict.word(),
                Tone.of(verdict.word()),
                held,
                verdict.sentence(),
                verdict.mechanisms().stream().map(VerdictSection::cause).toList());
    }

    private static Cause cause(Results.MechanismShare share) {
        String what = Ledgers.what(share.place(), share.mechanism());
        String waiting = share.occupier().isEmpty() ? what + ", waiting" : "waiting for " + Ledgers.occupier(share.occupier());
        return new Cause(
                share.kind().equals("waiting") ? waiting : what,
                Figures.percent(share.share()),
                Figures.value(share.milliseconds(), 3),
                (int) Math.round(Math.max(0, Math.min(1, share.share())) * 100));
    }
}
