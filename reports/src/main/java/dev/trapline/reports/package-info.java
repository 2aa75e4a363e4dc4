/**
 * Results in, a folder of files out: {@code results.json}, {@code run.json}, CSV, pictures and one self-contained page.
 *
 * <p>Knows {@code dev.trapline.result} and nothing else of Trapline; it never runs anything. Start with {@link
 * dev.trapline.reports.ReportFolder}, which writes all of it, then {@link dev.trapline.reports.ResultFiles}. Below lie
 * {@code digest} (results looked up and figures in words), {@code chart} (what is drawn, and pictures of it) and {@code
 * page} (the HTML page); each uses only those before it.
 */
package dev.trapline.reports;
