/**
 * Physical things that know nothing of what runs on them: the clock that turns cycles into time, disks, wires and the
 * moderation of interrupts.
 *
 * <p>May know the engine and {@code declare}. Start at {@link dev.trapline.hardware.Clock}, then {@link
 * dev.trapline.hardware.Disk} with its {@link dev.trapline.hardware.DiskModel}.
 */
package dev.trapline.hardware;
