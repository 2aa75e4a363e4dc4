/**
 * What guests do and who asks them to: requests made of steps, under closed, open or fixed load; bulk streams; idleness.
 * Generators stand outside the machine and cost no simulated CPU. A kind of workload, or of step, is one class that
 * declares itself and one line in {@link dev.trapline.workload.Workloads} or {@code Steps}.
 *
 * <p>May know guests and their ports to devices; nothing of platforms. Start at {@code ClosedLoad}, {@code Server} and
 * {@code Worker}, which carries out a request step by step.
 */
package dev.trapline.workload;
