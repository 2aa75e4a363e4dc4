/**
 * Hashes of what each scenario gives, and whether they are those that were recorded: no speed-up may change a result. Start
 * reading at {@link dev.trapline.benchmarks.fingerprints.FingerprintCheck}.
 */
package dev.trapline.benchmarks.fingerprints;
