package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Verdict;

/**
 * One figure of a platform against the reference at the same point, replication by replication under the same arrivals
 * and demands.
 *
 * @param ratio to the reference
 * @param verdict corrected for the number of comparisons
 */
record Comparison(Estimate ratio, Verdict verdict) {}
