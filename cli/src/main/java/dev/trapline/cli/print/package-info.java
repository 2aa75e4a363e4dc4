/**
 * Results as lines of plain text, at most {@link dev.trapline.cli.print.Paragraph#WIDTH} columns wide where lines can
 * be broken.
 *
 * <p>Knows {@code dev.trapline.result}, the digest of {@code reports} and the judged expectations of {@code scenarios}.
 * It finds nothing out, it words what stands in the results. Start reading at {@link dev.trapline.cli.print.Summary}.
 */
package dev.trapline.cli.print;
