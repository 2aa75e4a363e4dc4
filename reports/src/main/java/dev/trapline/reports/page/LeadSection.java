package dev.trapline.reports.page;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader takes away who reads one sentence: the greatest difference, how sure it is, and what would change it.
 *
 * @param sentence empty if nothing was compared
 */
public record LeadSection(String sentence, String reason, String confidence, List<String> turning) {
    private static final int MOST_TURNING = 4;
    private static final double WIDE = 0.05;

    static LeadSection of(Digest digest) {
        List<Results.Verdict> verdicts = digest.results().verdicts();
        return verdicts.isEmpty()
                ? new LeadSection("", "", "", List.of())
                : new LeadSection(
                        sentence(digest, verdicts), reason(digest, verdicts), confidence(digest, verdicts), turning(digest, verdicts));
    }

    private static String sentence(Digest digest, List<Results.Verdict> verdicts) {
        Optional<Results.Verdict> found = greatest(verdicts);
        String reference = digest.contenders().title(verdicts.get(0).reference());
        if (found.isEmpty()) {
            return "No difference to " + reference + " is shown by this run, for any of "
                    + platforms(digest, verdicts) + ".";
        }
        Results.Verdict greatest = found.get();
        long more = verdicts.stream().filter(it -> Tone.isDecided(it.word())).count() - 1;
        String where = digest.grid().words(greatest.point());
        String others = more == 0
                ? "; no other comparison shows a difference"
                : "; " + more + " more of " + verdicts.size() + " comparisons show a difference";
        String verb = Tone.higherIsBetter(greatest.metric()) ? " carries " : " takes ";
        return digest.contenders().title(greatest.platform()) + verb
                + Tone.difference(greatest.metric(), greatest.ratioLow(), greatest.ratioHigh(), reference)
                + (where.isEmpty() ? "" : " (" + where + ")") + others + ".";
    }

    /** What makes the greatest difference; empty if nothing is known to. */
    private static String reason(Digest digest, List<Results.Verdict> verdicts) {
        return greatest(verdicts)
                .filter(it -> !it.mechanisms().isEmpty())
                .map(it -> "What " + digest.contenders().title(it.platform())
                        + (it.mechanisms().get(0).milliseconds() > 0 ? " adds to" : " takes from") + " a request is "
                        + it.mechanisms().stream()
                                .map(share -> Figures.percent(share.share()) + " " + share.mechanism() + " (" + share.place() + ")")
                                .collect(Collectors.joining(", "))
                        + ", with the waiting that each causes.")
                .orElse("");
    }

    private static Optional<Results.Verdict> greatest(List<Results.Verdict> verdicts) {
        return verdicts.stream()
                .filter(it -> Tone.isDecided(it.word()))
                .max(Comparator.comparingDouble(LeadSection::nearestToOne));
    }

    private static String platforms(Digest digest, List<Results.Verdict> verdicts) {
        return verdicts.stream()
                .map(it -> digest.contenders().title(it.platform()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** How far the ratio is from one at its nearer end. */
    private static double nearestToOne(Results.Verdict it) {
        return Math.min(Math.abs(Math.log(it.ratioLow())), Math.abs(Math.log(it.ratioHigh())));
    }

    private static String confidence(Digest digest, List<Results.Verdict> verdicts) {
        Results.Settings settings = digest.results().settings();
        String noise = "Paired " + Figures.percent(settings.confidence()) + " intervals over " + settings.replications()
                + (settings.replications() == 1 ? " replication" : " replications");
        List<Results.Verdict> decided =
                verdicts.stream().filter(it -> Tone.isDecided(it.word()) && it.draws() > 0).toList();
        if (decided.isEmpty()) {
            return noise + ".";
        }
        int least = decided.stream().mapToInt(Results.Verdict::drawsHeld).min().orElseThrow();
        int draws = decided.get(0).draws();
        return noise + "; each difference holds in "
                + (least == draws ? "all " + draws : "at least " + least + " of " + draws)
                + " draws of the costs that are not known.";
    }

    private static List<String> turning(Digest digest, List<Results.Verdict> verdicts) {
        List<String> turning = new ArrayList<>();
        verdicts.stream()
                .filter(it -> Tone.of(it.word()).equals("open"))
                .forEach(it -> turning.add(name(digest, it) + " is not decided: known costs allow "
                        + Tone.difference(it.metric(), it.ratioLow(), it.ratioHigh(), reference(digest, it))
                        + ". Measured costs of this product would decide it."));
        verdicts.stream()
                .filter(it -> it.draws() > 0 && it.drawsHeld() < it.draws() && !Tone.of(it.word()).equals("open"))
                .forEach(it -> turning.add(name(digest, it) + " turns in " + (it.draws() - it.drawsHeld()) + " of "
                        + it.draws() + " draws of the uncertain costs."));
        verdicts.stream()
                .filter(it -> Tone.of(it.word()).equals("same") && it.ratioHigh() - it.ratioLow() > WIDE)
                .forEach(it -> turning.add(name(digest, it) + " may still differ: the interval reaches from "
                        + Figures.ratio(it.ratioLow()) + " to " + Figures.ratio(it.ratioHigh())
                        + ". More replications or a longer run would narrow it."));
        int more = turning.size() - MOST_TURNING;
        List<String> shown = new ArrayList<>(turning.subList(0, Math.min(MOST_TURNING, turning.size())));
        if (more > 0) {
            shown.add(more + " more of this kind; every verdict is below.");
        }
        if (digest.results().settings().draws() == 0) {
            shown.add("No uncertain cost was varied; --draws 20 says which verdicts survive what is not known.");
        } else if (shown.isEmpty()) {
            shown.add("No draw of the uncertain costs turned a verdict. A cost outside its range would, or other work.");
        }
        return shown;
    }

    private static String reference(Digest digest, Results.Verdict it) {
        return digest.contenders().title(it.reference());
    }

    private static String name(Digest digest, Results.Verdict it) {
        String where = digest.grid().words(it.point());
        return digest.contenders().title(it.platform()) + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
