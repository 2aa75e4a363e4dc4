/**
 * What whole models take: scenarios as they stand, and one that grows. Start reading at
 * {@link dev.trapline.benchmarks.scenarios.ScenarioStudy} and {@link dev.trapline.benchmarks.scenarios.GrowthStudy}.
 */
package dev.trapline.benchmarks.scenarios;
