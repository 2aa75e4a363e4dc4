/**
 * What an operation of a guest costs on a platform: pure functions from techniques and costs to cycles by place and
 * mechanism. Nothing here happens in time. A technique is one class that declares itself and one line in {@link
 * dev.trapline.virtualization.Techniques}.
 *
 * <p>May know {@code spec}, {@code declare} and the places, slots and prices of {@code work}. Start at {@link
 * dev.trapline.virtualization.Pricing}, then {@link dev.trapline.virtualization.Technique}.
 */
package dev.trapline.virtualization;
