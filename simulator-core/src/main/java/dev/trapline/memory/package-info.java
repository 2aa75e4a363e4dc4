/**
 * Memory that is short: a guest's operating system that keeps what it can of its programs' data ({@link
 * dev.trapline.memory.GuestPaging}), on pages that its platform backs as it can ({@link dev.trapline.memory.GuestMemory},
 * {@link dev.trapline.memory.HostMemory}). Neither knows what the other does, and that is what host swapping costs. Both are
 * simulated page by page; an access to a page that is there costs no event. Policies say who gets the machine's frames.
 *
 * <p>May know disks and a guest's way to its own; nothing of workloads, which say what memory they use. Start at
 * {@link dev.trapline.memory.GuestPaging} and {@link dev.trapline.memory.Fetch}.
 */
package dev.trapline.memory;
