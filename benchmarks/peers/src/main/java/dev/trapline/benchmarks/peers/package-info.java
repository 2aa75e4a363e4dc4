/** The benchmarks' models in other engines, each written after the examples that come with it. */
package dev.trapline.benchmarks.peers;
