/**
 * How fast the engine holds pending events, beside a {@link java.util.PriorityQueue} and beside the fastest structure that is known
 * where the distribution is known in advance. Start reading at {@link dev.trapline.benchmarks.queue.HoldRace}.
 */
package dev.trapline.benchmarks.queue;
