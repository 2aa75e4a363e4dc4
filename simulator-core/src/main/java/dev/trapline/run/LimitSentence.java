package dev.trapline.run;

import dev.trapline.result.Results;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Puts a limit into a sentence. */
final class LimitSentence {
    private static final MathContext DIGITS = new MathContext(4);

    private LimitSentence() {}

    static Results.Limit complete(
            Results.Limit limit,
            String title,
            Optional<Results.Visit> beyond,
            Optional<String> refusal,
            Optional<Results.DrawRange> drawn) {
        String where = limit.setting().isEmpty() ? "" : " at " + limit.setting();
        String sentence = title + " " + carries(limit) + where + known(interval(limit), drawn.map(LimitSentence::drawn).orElse(""))
                + beyond.map(LimitSentence::broken).orElseGet(() -> refusal.map(why -> ": " + why).orElse("")) + ".";
        return new Results.Limit(
                limit.platform(), limit.variant(), limit.setting(), limit.path(), limit.what(), limit.least(), limit.most(),
                limit.outcome(), limit.value(), limit.low(), limit.high(), limit.confidence(), limit.broke(), limit.limitedBy(),
                limit.simulatedSeconds(), limit.gridSeconds(), sentence.replaceAll("\\.+$", "."), limit.visits());
    }

    private static String carries(Results.Limit limit) {
        return switch (limit.outcome()) {
            case "refused" -> "does not support even " + limit.amount(limit.least());
            case "none" -> "does not carry even " + limit.amount(limit.least());
            case "all" -> "carries all of " + limit.amount(limit.value()) + ", where the search ends, and breaks no constraint";
            case "supported" -> "carries all of the " + limit.amount(limit.value()) + " that it supports";
            default -> "carries " + limit.amount(limit.value());
        };
    }

    private static String interval(Results.Limit limit) {
        return limit.low() == limit.high()
                ? ""
                : limit.low() + " to " + limit.high() + " at "
                        + new BigDecimal(100 * limit.confidence()).round(DIGITS).stripTrailingZeros().toPlainString() + " %";
    }

    /** {@code  (8 to 10 at 95 %; 5 to 12 over 20 draws of costs)}, as far as there is something to say. */
    private static String known(String interval, String drawn) {
        String both = interval + (interval.isEmpty() || drawn.isEmpty() ? "" : "; ") + drawn;
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    /** {@code 5 to 7 over 20 draws of costs}. */
    private static String drawn(Results.DrawRange range) {
        String values = range.low() < range.high()
                ? number(range.low()) + " to " + number(range.high())
                : range.low() == range.nominal() ? "the same" : number(range.low());
        return values + " over " + range.draws() + " draws of costs";
    }

    private static String broken(Results.Visit visit) {
        String figure =
                visit.hasFigure() ? number(visit.mean()) + " " + visit.unit() : "without a figure, as nothing is steady or ends";
        String how = visit.decision().equals("undecided") ? ", about its bound: " : ", beyond ";
        return "; at " + visit.at() + " " + visit.metric() + " is " + figure.strip() + how + bound(visit)
                + "; saturated: " + visit.limitedBy();
    }

    /** {@code at most 1 s}. */
    private static String bound(Results.Visit visit) {
        return visit.constraint().substring(visit.metric().length()).strip();
    }

    private static String number(double value) {
        BigDecimal number = new BigDecimal(value).round(DIGITS);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
