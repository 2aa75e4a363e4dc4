/**
 * The paths that network packets and disk operations travel: stages as a platform's file lists them, who executes them,
 * how each tells the next, and the devices at their end. Batches, notifications and waiting are outcomes. A stage kind is
 * one class that declares itself and one line in {@link dev.trapline.devicepath.Stages}. Start with {@link
 * dev.trapline.devicepath.Carrier}.
 */
package dev.trapline.devicepath;
