package dev.trapline.scenarios.text;

/**
 * Something a user has to change.
 *
 * @param path the dotted name of the value, or empty
 * @param text the rule, what was found instead, and where possible the remedy
 */
public record Problem(Place place, String path, String text) {
    @Override
    public String toString() {
        boolean isNamed = path.isEmpty() || place.toString().endsWith(" " + path);
        return place + ": " + (isNamed ? "" : path + ": ") + text;
    }
}
