/**
 * Physical things that know nothing of what runs on them: clocks, caches, disks, network interfaces and links. Knows the
 * engine, draws and specifications. Start with {@link dev.trapline.hardware.Clock}.
 */
package dev.trapline.hardware;
