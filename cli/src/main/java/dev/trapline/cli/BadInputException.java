package dev.trapline.cli;

import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Problem;
import java.util.List;

/** All that is wrong with what the user gave, a line each. */
final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInputException(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
    }

    /** The value of an outcome; its problems are thrown. */
    static <T> T valueOf(Outcome<T> outcome) {
        if (outcome.failed()) {
            throw new BadInputException(outcome.problems().stream().map(Problem::toString).toList());
        }
        return outcome.value();
    }
}
