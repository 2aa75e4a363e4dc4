/**
 * The engine: a clock, timers and the event queue between them.
 *
 * <p>It knows the JDK alone. It knows nothing of computers, let alone hypervisors, and nothing of random numbers beyond
 * the bits that are reported to it for the fingerprint.
 *
 * <p>Start at {@link dev.trapline.engine.Simulation}, whose first comment is the contract; then
 * {@link dev.trapline.engine.Timer}, which models use, and {@code EventQueue}, which keeps the order.
 */
package dev.trapline.engine;
