package dev.trapline.spec;

/** Where a number of the catalogue was read. */
public record SourceSpec(String id, String citation, String address, String read) {}
