package dev.trapline.reports;

import java.io.IOException;
import java.nio.file.Path;

/** A file that should hold results and does not, with the reason in a sentence. */
public final class UnreadableResultsException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableResultsException(Path file, String reason) {
        super(file + ": " + reason);
    }

    UnreadableResultsException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
