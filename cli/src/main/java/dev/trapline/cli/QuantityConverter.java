package dev.trapline.cli;

import dev.trapline.declare.Dimension;
import dev.trapline.scenarios.text.Quantities;
import dev.trapline.scenarios.text.UnreadableQuantity;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number with a unit, which on a command line may do without the space between. */
abstract class QuantityConverter implements ITypeConverter<Long> {
    private final Dimension dimension;

    QuantityConverter(Dimension dimension) {
        this.dimension = dimension;
    }

    @Override
    public final Long convert(String typed) {
        String spaced = typed.strip().replaceFirst("^([0-9.]+)([a-zA-Z])", "$1 $2");
        try {
            long value = Quantities.parse(spaced, List.of(dimension)).exact().longValue();
            if (value >= 0) {
                return value;
            }
            throw new TypeConversionException("must not be negative, got '" + typed + "'");
        } catch (UnreadableQuantity unreadable) {
            throw new TypeConversionException(unreadable.getMessage() + ", got '" + typed + "'");
        }
    }

    /** A time, in picoseconds. */
    static final class OfTime extends QuantityConverter {
        OfTime() {
            super(Dimension.TIME);
        }
    }

    /** A size, in bytes. */
    static final class OfBytes extends QuantityConverter {
        OfBytes() {
            super(Dimension.BYTES);
        }
    }
}
