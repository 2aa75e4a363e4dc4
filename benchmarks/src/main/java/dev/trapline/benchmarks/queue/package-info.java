/**
 * How fast the engine holds pending events, beside a {@link java.util.PriorityQueue} and beside the fastest structure for a
 * distribution that is known in advance. Start reading at {@link dev.trapline.benchmarks.queue.HoldRace}.
 */
package dev.trapline.benchmarks.queue;
