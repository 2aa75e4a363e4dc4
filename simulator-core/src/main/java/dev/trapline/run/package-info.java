/**
 * Runs experiments: replicates points, observes, aggregates, compares platforms and words the verdicts. The only package
 * with threads; results do not depend on how many.
 *
 * <p>May know all of the core. Start at {@link dev.trapline.run.Laboratory}; one run is {@code Replication}, what is read
 * from it {@code Observer}, what is said of it {@code Verdicts}.
 */
package dev.trapline.run;
