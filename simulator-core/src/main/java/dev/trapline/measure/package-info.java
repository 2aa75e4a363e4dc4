/**
 * What is measured while a simulation runs, and what may be said about it afterwards.
 *
 * <p>During a run: {@link dev.trapline.measure.LatencyHistogram} for latencies and
 * {@link dev.trapline.measure.TimeWeighted} for signals that hold over time, both exact in their sums and both emptied
 * by {@code reset} when the warm-up ends. After it: {@link dev.trapline.measure.Replications} turns one number per
 * replication into an {@link dev.trapline.measure.Estimate} with its interval, and
 * {@link dev.trapline.measure.Verdict} says in words what a paired difference shows.
 *
 * <p>About a run: {@link dev.trapline.measure.Mser} says where its warm-up ends, {@link dev.trapline.measure.Growth} whether it
 * has a steady state at all, {@link dev.trapline.measure.Precision} whether there are enough replications, and
 * {@link dev.trapline.measure.Holm} corrects verdicts for their number. {@link dev.trapline.measure.Percentile} is the one
 * definition of a percentile. docs/STATISTICS.md says what of this has been measured.
 *
 * <p>Nothing here can give NaN: what has no value yet is an empty optional, and every number that goes in is checked to
 * be finite. Times are picoseconds.
 *
 * <p>May know: the JDK, HdrHistogram and {@code distribution} of commons-math3. Start at
 * {@link dev.trapline.measure.Replications}.
 */
package dev.trapline.measure;
