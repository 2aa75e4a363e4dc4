/** How fast the engine is. May know the core and scenarios; nothing knows it. Start with benchmarks/README.md. */
package dev.trapline.benchmarks;
