/**
 * What a component or a catalogue entry can be told: shapes of keys with dimension, range, default and a sentence, and
 * the checked values that come out of them. The texts of units and errors are elsewhere; here is only the tree from
 * which checker, schemas and lists are derived.
 *
 * <p>May know the JDK alone. Start at {@link dev.trapline.declare.Component}, then {@link dev.trapline.declare.Shape}.
 */
package dev.trapline.declare;
