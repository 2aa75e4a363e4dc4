/**
 * What common random numbers are worth: the variance of a difference of two platforms that meet the same arrivals and demands,
 * against that of two which do not.
 *
 * <p>May know the simulator and the scenarios. Start at {@link dev.trapline.benchmarks.numbers.CommonNumbersStudy}.
 */
package dev.trapline.benchmarks.numbers;
