/**
 * What the language says to people: places, problems, suggestions, and numbers with units, read exactly and written in
 * one form. Knows {@code declare} alone. Start with {@link dev.trapline.scenarios.text.Quantities}.
 */
package dev.trapline.scenarios.text;
