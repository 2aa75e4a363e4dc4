package dev.trapline.scenarios.text;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Measured;
import java.math.BigDecimal;

/** A number as read: exact, in the unit of its dimension. */
public record Amount(Dimension dimension, BigDecimal exact) {

    /** {@code Long} or {@code Double}, as {@link Dimension#isWhole} says. */
    public Object held() {
        return dimension.isWhole() ? (Object) exact.longValueExact() : (Object) exact.doubleValue();
    }

    public Measured measured() {
        return new Measured(dimension, exact.doubleValue());
    }
}
