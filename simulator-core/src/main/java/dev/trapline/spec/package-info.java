/**
 * What was asked: immutable records of costs with their provenance, machines, operating systems, platforms, guests,
 * workloads and the points of an experiment. Filled by the scenario language from checked values, read by {@code run}.
 * Knows {@code declare} alone. Start with {@link dev.trapline.spec.Experiment} and {@link dev.trapline.spec.Cost}.
 */
package dev.trapline.spec;
