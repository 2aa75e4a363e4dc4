package dev.trapline.cli;

import dev.trapline.scenarios.Overrides.Assignment;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code path=value}. */
final class AssignmentConverter implements ITypeConverter<Assignment> {
    @Override
    public Assignment convert(String typed) {
        try {
            return Assignment.of(typed);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }
}
