/**
 * What a scenario expects, read and compared with results. Knows {@code text} and the core's {@code result}. Start with
 * {@link dev.trapline.scenarios.expect.Expectations}.
 */
package dev.trapline.scenarios.expect;
