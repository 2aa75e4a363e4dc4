/**
 * Who does work, where, and why: contexts with their levels of activity, the cores that execute them, and the ledgers in
 * which every picosecond of both ends. It holds the ports through which a context wakes a scheduler ({@link
 * dev.trapline.work.Scheduling}) and a hosted vCPU its host process.
 *
 * <p>May know the engine, the clock of {@code hardware} and {@link dev.trapline.spec.Share}; nothing of any hypervisor.
 * Start at {@link dev.trapline.work.Activity} and {@link dev.trapline.work.Block}, what is executed; then {@link
 * dev.trapline.work.Core}, who executes it, and {@link dev.trapline.work.Context}, for whom.
 */
package dev.trapline.work;
