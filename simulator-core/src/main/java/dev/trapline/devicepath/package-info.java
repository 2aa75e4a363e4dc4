/**
 * The paths that network packets and disk operations travel: stages as a platform's file lists them, who executes them,
 * how each tells the next, and the devices at their end. Batches, notifications and waiting are outcomes. A kind of stage
 * is one class that declares itself and one line in {@link dev.trapline.devicepath.Stages}.
 *
 * <p>A file's stages become the hops of a {@link dev.trapline.devicepath.Route}; a {@link
 * dev.trapline.devicepath.Transfer} goes along it, brought by a {@link dev.trapline.devicepath.Carrier}, from one {@link
 * dev.trapline.devicepath.Consumer} to the next.
 *
 * <p>May know {@code work}, prices and hardware; what it is built into it sees through {@link
 * dev.trapline.devicepath.Surroundings}. Start at {@link dev.trapline.devicepath.Carrier} and {@link
 * dev.trapline.devicepath.Consumer}, then {@link dev.trapline.devicepath.RouteBuilder}.
 */
package dev.trapline.devicepath;
