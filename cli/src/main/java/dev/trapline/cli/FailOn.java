package dev.trapline.cli;

import dev.trapline.result.ResultComparison;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What of a comparison is a failure: figures that are shown to be worse by more than a share.
 *
 * @param share 0.05 for 5 %
 */
record FailOn(double share) {
    private static final Pattern FORM = Pattern.compile("worse(?::([0-9]{1,4}(?:\\.[0-9]{1,6})?) ?%)?");

    boolean isMissedBy(ResultComparison.Row row) {
        return row.verdict().equals("worse") && (!row.hasRatio() || row.worseBy() > share);
    }

    /** Reads {@code worse} or {@code worse:5%}. */
    static final class Converter implements ITypeConverter<FailOn> {
        @Override
        public FailOn convert(String typed) {
            Matcher parts = FORM.matcher(typed.strip());
            if (!parts.matches()) {
                throw new TypeConversionException("expected 'worse' or 'worse:5%', got '" + typed + "'");
            }
            return new FailOn(parts.group(1) == null ? 0 : Double.parseDouble(parts.group(1)) / 100);
        }
    }
}
