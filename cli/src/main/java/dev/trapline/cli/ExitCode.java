package dev.trapline.cli;

/** What the command returns to its caller. */
final class ExitCode {
    /** Done as asked. */
    static final int DONE = 0;

    /** Tried and failed. */
    static final int FAILED = 1;

    /** Not tried: bad usage or bad input. */
    static final int BAD_INPUT = 2;

    /** Done, but an {@code expect} or a validation missed, or a rerun came out otherwise. */
    static final int MISSED = 3;

    private ExitCode() {}
}
