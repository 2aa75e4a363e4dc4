package dev.trapline.scenarios.check;

import dev.trapline.declare.Values;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a checker holds beyond shapes.
 *
 * @param trials by name of {@code Fields}: called with the last part of the path and the values; what it throws as
 *     IllegalArgumentException is a problem
 * @param notBuilt by name of {@code Fields} and key, {@code run.precision}: what is said of a known key that is not built
 * @param notBuiltWords by name of {@code Fields} and key: a word that is known there but not built
 * @param sources the identifiers that a key {@code source} may name, or empty for any
 */
public record Rules(
        Map<String, BiConsumer<String, Values>> trials,
        Map<String, String> notBuilt,
        Map<String, String> notBuiltWords,
        Optional<Set<String>> sources) {

    public static final Rules NONE = new Rules(Map.of(), Map.of(), Map.of(), Optional.empty());
}
