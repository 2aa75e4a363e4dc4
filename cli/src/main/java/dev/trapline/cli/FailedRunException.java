package dev.trapline.cli;

import dev.trapline.scenarios.text.Wording;

/** A run that broke down, with one sentence for the user; the cause is for those who mend it. */
final class FailedRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedRunException(String sentence, Throwable cause) {
        super(Wording.printable(sentence), cause);
    }
}
