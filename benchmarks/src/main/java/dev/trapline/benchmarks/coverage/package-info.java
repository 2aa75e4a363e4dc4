/**
 * How often intervals contain the truth: queues whose mean and 95 % quantile are known, simulated on the engine and estimated
 * as every run is. {@code benchmarks/coverage} runs it in slices; docs/STATISTICS.md has the figures.
 */
package dev.trapline.benchmarks.coverage;
