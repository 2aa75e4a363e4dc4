/**
 * The page {@code report.html}: sections as plain records with all words and figures made, put into a template by
 * {@link dev.trapline.reports.page.ReportPage}.
 *
 * <p>Templates lie in {@code src/main/jte} and only lay out. Knows {@code chart}, {@code digest} and the result
 * records.
 */
package dev.trapline.reports.page;
