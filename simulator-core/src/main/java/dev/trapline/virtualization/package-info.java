/**
 * What an operation of a guest costs on a platform: pure functions from techniques, costs and CPU generation to cycles by
 * place and mechanism. Nothing here happens in time. Start with {@link dev.trapline.virtualization.Pricing}.
 */
package dev.trapline.virtualization;
