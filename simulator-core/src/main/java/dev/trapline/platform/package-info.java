/**
 * Composition: makes a running machine of a platform, a machine and guests as specified, out of schedulers, techniques,
 * paths and workloads that know nothing of each other. Also the documented limits, and the vocabulary of all that files
 * can name.
 *
 * <p>May know every package but {@code run}; it is the only one that does. Start at {@link
 * dev.trapline.platform.Assembly}, then {@link dev.trapline.platform.Host}, what it makes.
 */
package dev.trapline.platform;
