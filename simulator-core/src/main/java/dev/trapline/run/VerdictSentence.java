package dev.trapline.run;

import dev.trapline.measure.Verdict;
import dev.trapline.result.Results;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts a verdict into a sentence. */
final class VerdictSentence {
    /** Below this change of the mean request nobody asks for its mechanisms. */
    private static final double LEAST_SHARE = 0.05;

    private VerdictSentence() {}

    static Results.Verdict complete(
            Results.Verdict verdict, String title, List<Comparison> comparisons, boolean referenceStopsToo) {
        String sentence = title + " " + carries(verdict, comparisons) + draws(verdict)
                + stops(verdict, referenceStopsToo) + mechanisms(verdict) + ".";
        return new Results.Verdict(
                verdict.platform(),
                verdict.setting(),
                verdict.at(),
                verdict.point(),
                verdict.guest(),
                verdict.metric(),
                verdict.reference(),
                verdict.ratioLow(),
                verdict.ratioHigh(),
                verdict.word(),
                verdict.stopsScalingAt(),
                verdict.drawsHeld(),
                verdict.draws(),
                sentence,
                verdict.mechanisms());
    }

    private static String carries(Results.Verdict verdict, List<Comparison> comparisons) {
        String load = verdict.setting().isEmpty() ? "load" : verdict.setting() + " load";
        String at = verdict.at().isEmpty() ? "" : " at " + verdict.at();
        if (verdict.word().equals(Verdict.NO_DIFFERENCE_SHOWN.words())) {
            return "shows no difference to " + verdict.reference() + " under " + load + at;
        }
        String range = range(comparisons);
        String does = verdict.metric().equals("throughput")
                ? "carries " + range + " of " + verdict.reference() + "'s " + load + at
                : "answers 95 % of requests within " + range + " times " + verdict.reference() + "'s time under " + load + at;
        return verdict.word().equals(Verdicts.NOT_DECIDED) ? does + " (not decided by known costs)" : does;
    }

    private static String range(List<Comparison> comparisons) {
        double low = comparisons.stream().mapToDouble(comparison -> comparison.ratio().mean()).min().orElseThrow();
        double high = comparisons.stream().mapToDouble(comparison -> comparison.ratio().mean()).max().orElseThrow();
        String from = number(low);
        String to = number(high);
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String draws(Results.Verdict verdict) {
        return verdict.draws() == 0 ? "" : " (in " + verdict.drawsHeld() + " of " + verdict.draws() + " draws)";
    }

    private static String stops(Results.Verdict verdict, boolean referenceStopsToo) {
        if (verdict.stopsScalingAt().isEmpty()) {
            return verdict.at().isEmpty() || !verdict.metric().equals("throughput") ? "" : " and scales so far";
        }
        return " and stops scaling at " + verdict.stopsScalingAt() + (referenceStopsToo ? ", as " + verdict.reference() + " does" : "");
    }

    private static String mechanisms(Results.Verdict verdict) {
        List<Results.MechanismShare> large =
                verdict.mechanisms().stream().filter(share -> share.share() >= LEAST_SHARE).toList();
        if (large.isEmpty() || verdict.word().equals(Verdict.NO_DIFFERENCE_SHOWN.words())) {
            return "";
        }
        boolean adds = large.get(0).milliseconds() > 0;
        return "; of the time it " + (adds ? "adds to" : "takes from") + " a request, "
                + large.stream().map(VerdictSentence::part).collect(Collectors.joining(", "));
    }

    private static String part(Results.MechanismShare share) {
        String much = share.share() > 1
                ? "more than all"
                : String.format(Locale.ROOT, "%.0f %%", 100 * share.share());
        return much + " is " + share.mechanism() + " (" + share.place() + ")";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
