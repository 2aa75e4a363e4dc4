/**
 * YAML in and out: a tree whose every key and value knows its place, read under strict limits from files that may be
 * anything, and a writer of one canonical form. Knows {@code text} and Jackson's token stream. Start with {@link
 * dev.trapline.scenarios.yaml.LocatedNode}.
 */
package dev.trapline.scenarios.yaml;
