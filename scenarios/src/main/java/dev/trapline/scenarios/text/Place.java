package dev.trapline.scenarios.text;

import java.util.Comparator;

/** Where something stands in a file; line and column count from 1, and are 0 where the whole file is meant. */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String shown = Wording.printable(file);
        return line == 0 ? shown : shown + ":" + line + ":" + column;
    }
}
