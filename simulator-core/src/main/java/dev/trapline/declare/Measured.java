package dev.trapline.declare;

/** A number whose dimension the file chose among several, in the unit of that dimension. */
public record Measured(Dimension dimension, double value) {}
