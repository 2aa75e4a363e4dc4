/**
 * Queueing formulas: what is known of a network of stations without simulating it.
 *
 * <p>{@link dev.trapline.queueing.OpenNetwork} and {@link dev.trapline.queueing.ClosedNetwork} solve product-form networks
 * exactly, {@link dev.trapline.queueing.Bounds} holds for any network with the same demands. Times are seconds. Nothing here
 * knows of computers.
 *
 * <p>May know the JDK alone. Start at {@link dev.trapline.queueing.Station}.
 */
package dev.trapline.queueing;
