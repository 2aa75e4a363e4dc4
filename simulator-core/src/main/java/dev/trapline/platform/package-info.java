/**
 * Composition: from a platform, a machine and guests as specified to a machine that runs, out of schedulers, techniques,
 * paths and workloads that know nothing of each other. Also the documented limits. Start with {@link
 * dev.trapline.platform.Assembly}.
 */
package dev.trapline.platform;
