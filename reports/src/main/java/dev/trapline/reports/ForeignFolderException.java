package dev.trapline.reports;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that may not be replaced, because Trapline did not write it. */
public final class ForeignFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignFolderException(Path directory, String reason) {
        super(directory + ": " + reason);
    }
}
