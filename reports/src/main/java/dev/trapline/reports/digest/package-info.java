/**
 * Results put so that charts and pages can ask for them: what varied ({@link dev.trapline.reports.digest.Grid}), who
 * was compared ({@link dev.trapline.reports.digest.Contenders}), rows by key, and figures in words.
 *
 * <p>Knows {@code dev.trapline.result} only. It adds no findings: what is better or worse stands in the results.
 */
package dev.trapline.reports.digest;
