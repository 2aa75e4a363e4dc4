package dev.trapline.spec;

/** How often a piece of CPU demand does what virtualization prices differently, by name of the operation. */
public record MixSpec(String name, CostBook rates) {}
