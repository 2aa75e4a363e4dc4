/**
 * What a component or a catalogue entry can be told: shapes of keys with dimension, range, default and a sentence, and
 * the checked values that come out of them. The texts of units and errors are elsewhere; here is only the tree from
 * which checker, schema, lists and the reference page are derived. Knows the JDK alone. Start with {@link
 * dev.trapline.declare.Shape}.
 */
package dev.trapline.declare;
