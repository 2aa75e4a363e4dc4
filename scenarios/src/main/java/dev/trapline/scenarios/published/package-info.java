/**
 * Published measurements, {@code data/published.yaml}: tables of cells, and what each cell may be used for. Knows {@code
 * yaml} and {@code text}. Start with {@link dev.trapline.scenarios.published.PublishedTables}.
 */
package dev.trapline.scenarios.published;
