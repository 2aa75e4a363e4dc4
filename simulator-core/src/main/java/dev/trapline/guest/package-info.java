/**
 * A guest while it runs: its vCPUs, what operations cost it, and the timer ticks that its operating system takes. Start
 * with {@link dev.trapline.guest.Guest}.
 */
package dev.trapline.guest;
