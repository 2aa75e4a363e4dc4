/**
 * What is drawn: one {@link dev.trapline.reports.chart.ChartDescription} feeds the interactive chart of the page and
 * the picture that {@link dev.trapline.reports.chart.ChartPictures} makes of the same data.
 *
 * <p>Start with {@link dev.trapline.reports.chart.Charts}, the list of all charts of a run. Knows {@code digest} and
 * the result records.
 */
package dev.trapline.reports.chart;
