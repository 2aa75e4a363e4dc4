/**
 * Physical things that know nothing of what runs on them: the clock that turns cycles into time, disks and arrays, wires and the
 * moderation of interrupts.
 *
 * <p>May know the engine, {@code declare} and {@code spec}. Start at {@link dev.trapline.hardware.Clock}, then {@link
 * dev.trapline.hardware.BlockDevice} with {@link dev.trapline.hardware.Disk} and its data sheet {@link
 * dev.trapline.hardware.DiskModel}. An array is put together of layers ({@link dev.trapline.hardware.RaidModel}): a link, a
 * controller's processor, caches, and the members.
 */
package dev.trapline.hardware;
