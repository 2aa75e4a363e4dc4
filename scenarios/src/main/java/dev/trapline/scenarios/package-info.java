/**
 * The scenario language: a file and what the command line changes in it, read, checked, expanded into a grid of points
 * and turned into the core's {@link dev.trapline.spec.Experiment}. Knows all packages below it and the core's {@code
 * spec} and {@code declare}. Start with {@link dev.trapline.scenarios.ScenarioReader}.
 */
package dev.trapline.scenarios;
