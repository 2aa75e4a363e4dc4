package dev.trapline.scenarios.check;

import java.util.Collection;
import java.util.Optional;

/**
 * Dotted names of values. Names may hold dots themselves ({@code esx-3.5}), so a path is not cut at its dots but matched
 * against the names that exist, the longest first.
 */
final class KeyPath {
    private KeyPath() {}

    static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The part after the last dot. */
    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The longest of the names with which the path starts. */
    static Optional<String> head(String path, Collection<String> names) {
        String longest = null;
        for (String name : names) {
            boolean starts = path.equals(name) || path.startsWith(name + ".");
            if (starts && (longest == null || name.length() > longest.length())) {
                longest = name;
            }
        }
        return Optional.ofNullable(longest);
    }

    /** What follows the head; empty at the end. */
    static String rest(String path, String head) {
        return path.length() == head.length() ? "" : path.substring(head.length() + 1);
    }

    /** The text before the first dot, for problems. */
    static String first(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
