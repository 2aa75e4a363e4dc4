/**
 * What was asked: immutable records of costs with their provenance, machines, operating systems, platforms, guests,
 * workloads and the points of an experiment. The scenario language fills them from checked values; {@code run} reads them.
 *
 * <p>May know {@code declare} alone. Start at {@link dev.trapline.spec.Experiment}, then {@link dev.trapline.spec.Cost} and
 * {@link dev.trapline.spec.PlatformSpec}.
 */
package dev.trapline.spec;
