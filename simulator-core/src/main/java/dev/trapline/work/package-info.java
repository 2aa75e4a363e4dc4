/**
 * Who does work, where, and why: contexts with their levels of activity, the cores that run them, requests, and the
 * ledgers in which every picosecond of both ends. It holds the few ports through which a context wakes a scheduler and an
 * activity prices its work. Knows nothing of any hypervisor. Start with {@link dev.trapline.work.Core}.
 */
package dev.trapline.work;
