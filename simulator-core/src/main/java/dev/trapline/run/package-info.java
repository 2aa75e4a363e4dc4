/**
 * Runs experiments: replicates points, observes, aggregates, compares platforms and words the verdicts. The only package
 * with threads; results do not depend on how many. Start with {@link dev.trapline.run.Laboratory}.
 */
package dev.trapline.run;
