/**
 * A guest while it runs: its vCPUs, what operations cost it, and the timer ticks that its operating system takes.
 *
 * <p>May know {@code work} and {@code virtualization}; nothing of devices, which come to it by {@code devicepath}. Start
 * at {@link dev.trapline.guest.Guest}.
 */
package dev.trapline.guest;
