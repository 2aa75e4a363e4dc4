/**
 * A guest while it runs: its vCPUs, what operations cost it, the timer ticks that its operating system takes, and the locks
 * and barriers by which its tasks wait for each other.
 *
 * <p>May know {@code work} and {@code virtualization}; nothing of devices, which come to it by {@code devicepath}. Start
 * at {@link dev.trapline.guest.Guest}.
 */
package dev.trapline.guest;
