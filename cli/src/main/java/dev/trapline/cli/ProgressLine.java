package dev.trapline.cli;

import dev.trapline.cli.print.Words;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.text.Wording;
import java.io.PrintWriter;

/** One line on a terminal that says how far a run is, overwritten as it goes on and wiped at the end. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int LONGEST_NAME = 40;
    private static final long REDRAWN_EVERY_NANOS = 100_000_000L;

    private final PrintWriter err;
    private final String name;
    private final long start = System.nanoTime();
    private long drawn = start - REDRAWN_EVERY_NANOS;
    private int width;

    private ProgressLine(PrintWriter err, String name) {
        this.err = err;
        this.name = Wording.printable(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
    }

    /** Null, which try-with-resources passes over, where nobody watches: nothing of this belongs into a pipe. */
    static ProgressLine on(Terminal terminal, PrintWriter err, String name) {
        return terminal.err() ? new ProgressLine(err, name) : null;
    }

    @Override
    public void finished(int runs, int of, long events) {
        long now = System.nanoTime();
        if (now - drawn >= REDRAWN_EVERY_NANOS) {
            drawn = now;
            double secondsLeft = (now - start) / 1e9 / runs * (of - runs);
            draw(name + "  " + runs + " of " + of + " runs, " + Words.events(events) + ", about "
                    + Words.seconds(secondsLeft) + " left");
        }
    }

    @Override
    public void close() {
        draw("");
        err.print("\r");
        err.flush();
    }

    private void draw(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }
}
