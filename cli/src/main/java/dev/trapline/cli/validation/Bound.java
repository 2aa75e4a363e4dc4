package dev.trapline.cli.validation;

/** A bound that validation sets itself, what was found, and whether that keeps it. */
public record Bound(String text, String found, boolean kept) {}
