package dev.trapline.reports.page;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a reader takes away who reads one sentence: the greatest difference, how sure it is, and what would change it.
 *
 * @param sentence empty if nothing was compared
 */
public record LeadSection(String sentence, String reason, String confidence, List<String> turning) {
    private static final int MOST_NAMED = 3;
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
                    + platforms(digest, verdicts) + undecided(verdicts) + ".";
        }
        Results.Verdict greatest = found.get();
        long more = verdicts.stream().filter(it -> Tone.isDecided(it.word())).count() - 1;
        String where = digest.grid().words(greatest.point());
        String others = (more == 0
                        ? "; no other comparison shows a difference"
                        : "; " + more + " more of " + verdicts.size() + " comparisons show a difference")
                + undecided(verdicts);
        String verb = Tone.higherIsBetter(greatest.metric()) ? " carries " : " takes ";
        return digest.contenders().title(greatest.platform()) + verb
                + Tone.difference(greatest.metric(), greatest.ratioLow(), greatest.ratioHigh(), reference)
                + (where.isEmpty() ? "" : " (" + where + ")") + others + ".";
    }

    private static String undecided(List<Results.Verdict> verdicts) {
        long open = verdicts.stream().filter(LeadSection::isOpen).count();
        return open == 0
                ? ""
                : "; " + open + " of " + verdicts.size() + (verdicts.size() == 1 ? " comparison" : " comparisons")
                        + (open == 1 ? " is" : " are") + " not decided by known costs";
    }

    private static boolean isOpen(Results.Verdict it) {
        return Tone.of(it.word()).equals("open");
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
        String noise = "Paired " + Figures.percent(settings.confidence()) + " intervals over " + digest.replications();
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
        List<Results.Verdict> open = verdicts.stream().filter(LeadSection::isOpen).toList();
        if (!open.isEmpty()) {
            turning.add("Measured costs of this product. Known ones leave open: "
                    + listed(open, it -> name(digest, it) + ", " + difference(digest, it)) + ".");
        }
        List<Results.Verdict> turned = verdicts.stream()
                .filter(it -> it.draws() > 0 && it.drawsHeld() < it.draws() && !isOpen(it))
                .toList();
        if (!turned.isEmpty()) {
            turning.add("Costs elsewhere in their ranges. In some of " + turned.get(0).draws() + " draws the verdict turns for: "
                    + listed(turned, it -> name(digest, it) + ", in " + (it.draws() - it.drawsHeld())) + ".");
        }
        List<Results.Verdict> wide = verdicts.stream()
                .filter(it -> Tone.of(it.word()).equals("same") && it.ratioHigh() - it.ratioLow() > WIDE)
                .sorted(Comparator.comparingDouble((Results.Verdict it) -> it.ratioLow() - it.ratioHigh()))
                .toList();
        if (!wide.isEmpty()) {
            turning.add("More replications or a longer run. " + wide.size()
                    + (wide.size() == 1 ? " comparison that shows" : " comparisons that show")
                    + " no difference may hide one; the widest interval: " + name(digest, wide.get(0)) + ", "
                    + difference(digest, wide.get(0)) + ".");
        }
        if (digest.results().settings().draws() == 0) {
            turning.add("What is not known of the costs: it was not varied. --draws 20 says which verdicts survive it.");
        } else if (turning.isEmpty()) {
            turning.add("No draw of the uncertain costs turned a verdict. A cost outside its range would, or other work.");
        }
        return turning;
    }

    /** The first few, and how many more there are. */
    private static String listed(List<Results.Verdict> verdicts, Function<Results.Verdict, String> words) {
        int more = verdicts.size() - MOST_NAMED;
        return verdicts.stream().limit(MOST_NAMED).map(words).collect(Collectors.joining("; "))
                + (more > 0 ? "; " + more + " more below" : "");
    }

    private static String difference(Digest digest, Results.Verdict it) {
        return Tone.difference(it.metric(), it.ratioLow(), it.ratioHigh(), reference(digest, it));
    }

    private static String reference(Digest digest, Results.Verdict it) {
        return digest.contenders().title(it.reference());
    }

    private static String name(Digest digest, Results.Verdict it) {
        String where = digest.grid().words(it.point());
        return digest.contenders().title(it.platform()) + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
