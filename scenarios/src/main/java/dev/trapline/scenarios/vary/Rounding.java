package dev.trapline.scenarios.vary;

import dev.trapline.declare.Dimension;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shortens values to digits that a reader can take in: multiples of a power of ten, of a power of two for sizes. */
final class Rounding {
    private Rounding() {}

    static BigDecimal down(BigDecimal value) {
        return value.setScale(0, RoundingMode.FLOOR);
    }

    /**
     * The multiple of the largest fitting power that is at most {@code step}, next to a value.
     *
     * @param whole whether the power may not be below one
     */
    static BigDecimal to(double step, BigDecimal value, Dimension dimension, boolean whole, RoundingMode mode) {
        BigDecimal power = dimension == Dimension.BYTES ? powerOfTwo(step) : powerOfTen(step);
        BigDecimal unit = whole ? power.max(BigDecimal.ONE) : power;
        return value.divide(unit, 0, mode).multiply(unit);
    }

    private static BigDecimal powerOfTwo(double step) {
        BigDecimal power = BigDecimal.ONE;
        BigDecimal two = BigDecimal.valueOf(2);
        while (power.multiply(two).doubleValue() <= step) {
            power = power.multiply(two);
        }
        return power;
    }

    private static BigDecimal powerOfTen(double step) {
        BigDecimal exact = new BigDecimal(step);
        return BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
    }
}
