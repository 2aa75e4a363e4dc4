/**
 * What a scenario varies: lists, ranges, paths in step and Latin hypercubes, and the grid of points that they make. Knows {@code
 * declare}, {@code random}, {@code text} and {@code yaml}. Start with {@link dev.trapline.scenarios.vary.VaryShapes}.
 */
package dev.trapline.scenarios.vary;
