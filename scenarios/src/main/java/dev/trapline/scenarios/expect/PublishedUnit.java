package dev.trapline.scenarios.expect;

import dev.trapline.declare.Dimension;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.text.UnreadableQuantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit in which figures were published: a unit of the language, or cycles of a clock, which are a time. */
record PublishedUnit(String symbol, String clock) {
    private static final Pattern CYCLES = Pattern.compile("cycles at (.+)");
    private static final BigDecimal PICOS_PER_SECOND = new BigDecimal("1e12");

    /** Reads {@code us}, {@code Mb/s}, {@code %}, {@code cycles at 3.8 GHz}, or nothing for plain numbers. */
    static PublishedUnit of(String text) {
        Matcher cycles = CYCLES.matcher(text);
        PublishedUnit unit = cycles.matches() ? new PublishedUnit("cycles", cycles.group(1)) : new PublishedUnit(text, "");
        try {
            unit.read(BigDecimal.ONE);
        } catch (UnreadableQuantity refused) {
            throw new IllegalArgumentException(
                    "'unit' must be one such as us, Mb/s, /s, % or 'cycles at 2.4 GHz', got '" + text + "'");
        }
        return unit;
    }

    /** So many of it. */
    Amount of(BigDecimal number) {
        try {
            return read(number);
        } catch (UnreadableQuantity refused) {
            throw new IllegalStateException(number + " " + symbol + ": " + refused.getMessage(), refused);
        }
    }

    private Amount read(BigDecimal number) throws UnreadableQuantity {
        if (symbol.isEmpty()) {
            return new Amount(Dimension.NUMBER, number);
        }
        if (!clock.isEmpty()) {
            BigDecimal hertz = Quantities.parse(clock, List.of(Dimension.FREQUENCY)).exact();
            return new Amount(Dimension.TIME, number.multiply(PICOS_PER_SECOND).divide(hertz, MathContext.DECIMAL128));
        }
        List<Dimension> any = Arrays.stream(Dimension.values()).filter(dimension -> !Quantities.isBare(dimension)).toList();
        Amount one = Quantities.parse("1 " + symbol, any);
        return new Amount(one.dimension(), one.exact().multiply(number));
    }

    /** {@code 0.83 us}. */
    String shown(String number) {
        return (number + " " + symbol).strip();
    }
}
