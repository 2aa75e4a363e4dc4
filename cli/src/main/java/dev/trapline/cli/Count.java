package dev.trapline.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from zero on. */
class Count implements ITypeConverter<Integer> {
    private static final int MOST = 100_000;

    private final int least;

    Count() {
        this(0);
    }

    Count(int least) {
        this.least = least;
    }

    @Override
    public final Integer convert(String typed) {
        if (typed.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(typed);
            if (number >= least && number <= MOST) {
                return number;
            }
        }
        throw new TypeConversionException(
                "expected a whole number from " + least + " to " + MOST + ", got '" + typed + "'");
    }
}
