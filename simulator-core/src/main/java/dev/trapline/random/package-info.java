/**
 * Random draws that belong to what they are drawn for, and the distributions a scenario can name.
 *
 * <p>Every draw is a pure function of (seed, replication, path, client, request, step) and of its position among the
 * draws of that key. Nothing depends on the order of execution, so a guest more or a faster platform moves no draw of
 * anybody else: platforms are compared under the same arrivals and the same demands.
 *
 * <p>May know: the JDK, commons-rng (its interface and its ziggurat samplers) and {@code distribution} of commons-math3
 * for moments that are computed once. Mathematics on the way to a draw is {@link StrictMath}, so that the bytes are the
 * same on every JDK; powers are {@code exp(y log x)}, because {@code StrictMath.pow} of JDK 17 allocates three arrays a
 * call. Nothing here knows of computers, units or files.
 *
 * <p>Start at {@link dev.trapline.random.KeyedSource}, then {@link dev.trapline.random.Distribution} and the list in
 * {@link dev.trapline.random.Distributions}.
 */
package dev.trapline.random;
