package dev.trapline.cli;

import picocli.CommandLine.Option;

/** The option {@code --threads}. */
final class Threads {
    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = PositiveCount.class,
            description = "Threads (default: one per processor).")
    private Integer wanted;

    int count() {
        return wanted == null ? Runtime.getRuntime().availableProcessors() : wanted;
    }
}
