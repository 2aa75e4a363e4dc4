/**
 * Declared shapes against located trees: checking with all problems at once, merging, setting values by key path, and
 * writing checked values back. Knows {@code declare}, {@code text} and {@code yaml}. Start with {@link
 * dev.trapline.scenarios.check.Checker}.
 */
package dev.trapline.scenarios.check;
