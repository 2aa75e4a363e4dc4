/**
 * What came out: immutable records, a pure function of the experiment. Reports and expectations read these alone. Knows
 * the JDK alone. Start with {@link dev.trapline.result.Results}.
 */
package dev.trapline.result;
