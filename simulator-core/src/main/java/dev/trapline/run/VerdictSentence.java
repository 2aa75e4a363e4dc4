package dev.trapline.run;

import dev.trapline.measure.Verdict;
import dev.trapline.result.Results;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a verdict into a sentence. */
final class VerdictSentence {
    /** Below this change of the mean request nobody asks for its mechanisms. */
    private static final double LEAST_SHARE = 0.05;
    /** A ratio this near to one has nothing to explain. */
    private static final double NOTHING = 0.01;

    private VerdictSentence() {}

    static Results.Verdict complete(
            Results.Verdict verdict,
            String title,
            List<Comparison> comparisons,
            boolean referenceStopsToo,
            String someVariantsStop,
            boolean severalGroups,
            String limits) {
        String sentence = title + " " + carries(verdict, comparisons, severalGroups) + decided(verdict, comparisons)
                + stops(verdict, referenceStopsToo, someVariantsStop) + (limits.isEmpty() ? "" : "; its streams are limited " + limits)
                + mechanisms(verdict) + ".";
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

    private static String carries(Results.Verdict verdict, List<Comparison> comparisons, boolean severalGroups) {
        String load = load(verdict.setting(), severalGroups ? "load of '" + verdict.guest() + "'" : "load");
        String at = verdict.at().isEmpty() ? "" : " at " + verdict.at();
        if (verdict.word().equals(Verdict.NO_DIFFERENCE_SHOWN.words())) {
            return "shows no difference to " + verdict.reference() + " under " + load + at;
        }
        String range = range(comparisons);
        String does = verdict.metric().equals("throughput")
                ? "carries " + range + " of " + verdict.reference() + "'s " + load + at
                : "answers 95 % of requests within " + range + " times " + verdict.reference() + "'s time under " + load + at;
        return does;
    }

    private static String load(String setting, String load) {
        if (setting.isEmpty()) {
            return load;
        }
        return setting.contains(" ") ? load + " (" + setting + ")" : setting + " " + load;
    }

    private static String range(List<Comparison> comparisons) {
        double low = comparisons.stream().mapToDouble(comparison -> comparison.ratio().mean()).min().orElseThrow();
        double high = comparisons.stream().mapToDouble(comparison -> comparison.ratio().mean()).max().orElseThrow();
        String from = number(low);
        String to = number(high);
        return from.equals(to) ? from : from + " to " + to;
    }

    /** In how many draws it holds, and why it is not decided where it is not. */
    private static String decided(Results.Verdict verdict, List<Comparison> comparisons) {
        String draws = verdict.draws() == 0 ? "" : "in " + verdict.drawsHeld() + " of " + verdict.draws() + " draws";
        if (!verdict.word().equals(Verdicts.NOT_DECIDED)) {
            return draws.isEmpty() ? "" : " (" + draws + ")";
        }
        if (comparisons.get(0).ratio().replications() < 2) {
            return " (one replication decides nothing)";
        }
        boolean variantsAgree = comparisons.stream().map(Comparison::verdict).distinct().count() == 1;
        return " (not decided by known costs: " + (variantsAgree ? "the verdict holds " + draws : "its variants disagree") + ")";
    }

    private static String stops(Results.Verdict verdict, boolean referenceStopsToo, String someVariantsStop) {
        if (!someVariantsStop.isEmpty()) {
            return " and " + someVariantsStop;
        }
        if (verdict.stopsScalingAt().isEmpty()) {
            return verdict.at().isEmpty() || !verdict.metric().equals("throughput") ? "" : " and scales so far";
        }
        return " and stops scaling at " + verdict.stopsScalingAt() + (referenceStopsToo ? ", as " + verdict.reference() + " does" : "");
    }

    private static String mechanisms(Results.Verdict verdict) {
        List<Results.MechanismShare> large =
                verdict.mechanisms().stream().filter(share -> share.share() >= LEAST_SHARE).toList();
        boolean nothingToExplain = Math.abs(verdict.ratioLow() - 1) < NOTHING && Math.abs(verdict.ratioHigh() - 1) < NOTHING;
        if (large.isEmpty() || nothingToExplain || verdict.word().equals(Verdict.NO_DIFFERENCE_SHOWN.words())) {
            return "";
        }
        boolean adds = large.get(0).milliseconds() > 0;
        return "; of the time it " + (adds ? "adds to" : "takes from") + " a request, "
                + large.stream().map(VerdictSentence::part).collect(Collectors.joining(", "));
    }

    private static String part(Results.MechanismShare share) {
        return fixed(100 * share.share(), 0) + " % is " + share.mechanism() + " (" + share.place() + ")";
    }

    private static String number(double value) {
        return fixed(value, 2);
    }

    /** Exact decimal rounding: formatters have changed their digits between JDKs. */
    private static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
