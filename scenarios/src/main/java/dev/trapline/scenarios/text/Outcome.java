package dev.trapline.scenarios.text;

import java.util.List;
import java.util.Optional;

/** A value with warnings, or the problems for which there is none. */
public final class Outcome<T> {
    private final T value;
    private final List<Problem> problems;
    private final List<Problem> warnings;

    private Outcome(T value, List<Problem> problems, List<Problem> warnings) {
        this.value = value;
        this.problems = List.copyOf(problems);
        this.warnings = List.copyOf(warnings);
    }

    public static <T> Outcome<T> of(T value, List<Problem> warnings) {
        return new Outcome<>(value, List.of(), warnings);
    }

    public static <T> Outcome<T> failed(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalStateException("a failed outcome needs a problem");
        }
        return new Outcome<>(null, problems, List.of());
    }

    public boolean failed() {
        return !problems.isEmpty();
    }

    public Optional<T> optional() {
        return Optional.ofNullable(value);
    }

    /** The value; asking for that of a failed outcome is an error of the program. */
    public T value() {
        if (failed()) {
            throw new IllegalStateException("no value: " + problems.get(0));
        }
        return value;
    }

    public List<Problem> problems() {
        return problems;
    }

    public List<Problem> warnings() {
        return warnings;
    }
}
