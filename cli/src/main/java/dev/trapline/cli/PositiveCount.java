package dev.trapline.cli;

/** Reads a whole number from one on. */
final class PositiveCount extends Count {
    PositiveCount() {
        super(1);
    }
}
