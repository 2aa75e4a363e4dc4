/**
 * What came out: immutable records, a pure function of the experiment. Reports and expectations read these and nothing
 * else, so what they say stands in the result files as well.
 *
 * <p>May know the JDK alone. Start at {@link dev.trapline.result.Results}.
 */
package dev.trapline.result;
