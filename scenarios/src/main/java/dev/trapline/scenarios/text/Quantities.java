package dev.trapline.scenarios.text;

import dev.trapline.declare.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with units, {@code number space unit}: read exactly, refused where they cannot be held, and written back in
 * one form that reads to the same value. The texts of units and their examples are here and nowhere else.
 */
public final class Quantities {
    private static final String DIGITS = "-?(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]{1,30})?";
    private static final Pattern WITH_UNIT = Pattern.compile("(" + DIGITS + ") (\\S+)");
    private static final Pattern NO_SPACE = Pattern.compile("(" + DIGITS + ")\\s*([^0-9.\\s]\\S*)");
    private static final Pattern BARE = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?");
    private static final int MOST_DECIMALS = 12;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Quantities() {}

    /** Reads a number with a unit of one of the dimensions. */
    public static Amount parse(String text, List<Dimension> allowed) throws UnreadableQuantity {
        Matcher parts = WITH_UNIT.matcher(text);
        if (!parts.matches()) {
            throw new UnreadableQuantity(expected(allowed) + spaceHint(text, allowed));
        }
        Unit unit = unit(parts.group(2), allowed);
        return amount(unit, new BigDecimal(parts.group(1)));
    }

    /** Reads a number without a unit, as YAML writes numbers; it must be one of a dimension that has none. */
    public static Amount parseBare(String text, List<Dimension> allowed) throws UnreadableQuantity {
        Optional<Dimension> bare = allowed.stream().filter(Quantities::isBare).findFirst();
        if (bare.isEmpty()) {
            throw new UnreadableQuantity("a unit is due: " + expected(allowed));
        }
        if (!BARE.matcher(text).matches()) {
            throw new UnreadableQuantity(expected(allowed) + ", finite and of at most 30 digits");
        }
        return held(bare.get(), new BigDecimal(text));
    }

    private static Amount amount(Unit unit, BigDecimal number) throws UnreadableQuantity {
        BigDecimal exact = unit.over().equals(BigDecimal.ONE)
                ? number.multiply(unit.times())
                : number.multiply(unit.times()).divide(unit.over(), MathContext.DECIMAL128);
        return held(unit.dimension(), exact);
    }

    private static Amount held(Dimension dimension, BigDecimal exact) throws UnreadableQuantity {
        if (exact.abs().compareTo(LARGEST) > 0) {
            throw new UnreadableQuantity("too large for " + noun(dimension));
        }
        if (dimension.isWhole() && exact.stripTrailingZeros().scale() > 0) {
            throw new UnreadableQuantity(
                    dimension == Dimension.COUNT ? expected(List.of(dimension)) : "must be whole in " + dimension.unit());
        }
        return new Amount(dimension, exact);
    }

    private static Unit unit(String symbol, List<Dimension> allowed) throws UnreadableQuantity {
        List<String> known = new ArrayList<>();
        for (Unit unit : Unit.ALL) {
            if (allowed.contains(unit.dimension())) {
                if (unit.symbol().equals(symbol)) {
                    return unit;
                }
                known.add(unit.symbol());
            }
        }
        for (Unit unit : Unit.ALL) {
            if (unit.symbol().equals(symbol)) {
                throw new UnreadableQuantity(expected(allowed) + ", not " + noun(unit.dimension()));
            }
        }
        if (known.isEmpty()) {
            throw new UnreadableQuantity(expected(allowed) + " without a unit");
        }
        throw new UnreadableQuantity(
                "unknown unit " + Wording.quoted(symbol) + ", " + expected(allowed) + Wording.didYouMean(symbol, known));
    }

    private static String spaceHint(String text, List<Dimension> allowed) {
        Matcher joined = NO_SPACE.matcher(text.strip());
        if (!joined.matches()) {
            return "";
        }
        String better = joined.group(1) + " " + joined.group(2).strip();
        try {
            parse(better, allowed);
            return " (did you mean " + Wording.quoted(better) + "?)";
        } catch (UnreadableQuantity unreadable) {
            return "";
        }
    }

    /** What is due, with an example: {@code expected a time such as '30 ms'}. */
    public static String expected(List<Dimension> allowed) {
        List<String> nouns = allowed.stream()
                .map(dimension -> noun(dimension) + " such as " + Wording.quoted(example(dimension)))
                .toList();
        return "expected " + Wording.anyOf(nouns);
    }

    public static String noun(Dimension dimension) {
        return switch (dimension) {
            case TIME -> "a time";
            case BYTES -> "a size";
            case FREQUENCY -> "a frequency";
            case BANDWIDTH -> "a bandwidth";
            case RATE -> "a rate";
            case RATIO -> "a percentage";
            case CYCLES -> "a number of cycles";
            case COUNT -> "a whole number";
            case NUMBER -> "a number";
        };
    }

    public static String example(Dimension dimension) {
        return switch (dimension) {
            case TIME -> "30 ms";
            case BYTES -> "512 MiB";
            case FREQUENCY -> "2.33 GHz";
            case BANDWIDTH -> "100 Mb/s";
            case RATE -> "150 /s";
            case RATIO -> "7 %";
            case CYCLES -> "4000 cycles";
            case COUNT -> "4";
            case NUMBER -> "1.5";
        };
    }

    /** Whether numbers of this dimension stand without a unit. */
    public static boolean isBare(Dimension dimension) {
        return dimension == Dimension.COUNT || dimension == Dimension.NUMBER;
    }

    /** The symbols that may follow a number of this dimension. */
    public static List<String> symbols(Dimension dimension) {
        return Unit.of(dimension).stream().map(Unit::symbol).toList();
    }

    /** A regular expression for all texts of this dimension, for the schema. */
    public static String pattern(Dimension dimension) {
        return DIGITS + " (?:" + String.join("|", symbols(dimension)) + ")";
    }

    /** The canonical text of a held value; it reads to the same value. */
    public static String show(Dimension dimension, Number value) {
        if (isBare(dimension)) {
            return decimal(value).toPlainString();
        }
        return dimension == Dimension.BYTES ? showBytes(decimal(value)) : showLargest(dimension, decimal(value));
    }

    /** The text of a held value in a certain unit; empty if so many of it are no decimal of few digits. */
    public static Optional<String> show(Dimension dimension, BigDecimal value, String symbol) {
        for (Unit unit : Unit.of(dimension)) {
            if (unit.symbol().equals(symbol)) {
                BigDecimal number = value.multiply(unit.over()).divide(unit.times(), MathContext.DECIMAL128);
                boolean exact = number.multiply(unit.times()).compareTo(value.multiply(unit.over())) == 0;
                return exact && number.stripTrailingZeros().scale() <= MOST_DECIMALS
                        ? Optional.of(plain(number) + " " + symbol)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** In the largest unit of which there is at least one. */
    private static String showLargest(Dimension dimension, BigDecimal value) {
        Unit best = null;
        for (Unit unit : Unit.of(dimension)) {
            if (unit.canonical() && (best == null || value.abs().compareTo(unit.times()) >= 0)) {
                best = unit;
            }
        }
        BigDecimal number = value.multiply(best.over()).divide(best.times());
        return plain(number) + " " + best.symbol();
    }

    /** In the unit that needs the smallest whole number. */
    private static String showBytes(BigDecimal value) {
        String shown = plain(value) + " B";
        BigDecimal least = value.abs();
        for (Unit unit : Unit.of(Dimension.BYTES)) {
            BigDecimal[] parts = value.divideAndRemainder(unit.times());
            if (parts[1].signum() == 0 && parts[0].abs().compareTo(least) < 0) {
                least = parts[0].abs();
                shown = plain(parts[0]) + " " + unit.symbol();
            }
        }
        return shown;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * The shortest decimal that reads to the same number; {@code Double.toString} is not that on all Java versions.
     */
    public static BigDecimal decimal(Number value) {
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        double wanted = value.doubleValue();
        if (!Double.isFinite(wanted)) {
            throw new IllegalStateException("no decimal for " + wanted);
        }
        BigDecimal exact = new BigDecimal(wanted);
        for (int digits = 1; digits < 18; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == wanted) {
                return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
            }
        }
        return exact;
    }

    /** So many of a unit, {@code 1.5 ms} in {@code us}; empty if they measure different things. No unit is {@code ""}. */
    public static Optional<Double> in(String unit, Amount amount) {
        boolean bare = isBare(amount.dimension()) || amount.dimension() == Dimension.RATIO;
        if (bare && (unit.isBlank() || unit.equals("1"))) {
            return Optional.of(amount.exact().doubleValue());
        }
        for (Unit candidate : Unit.of(amount.dimension())) {
            if (candidate.symbol().equals(unit)) {
                BigDecimal scaled = amount.exact().multiply(candidate.over());
                return Optional.of(scaled.divide(candidate.times(), MathContext.DECIMAL128).doubleValue());
            }
        }
        return Optional.empty();
    }
}
