package dev.trapline.result;

/**
 * Takes down what happened in a window of one run, as tracks of slices, arrows between them, and counters. What is told of one
 * track comes in the order of time, and every slice that begins ends. Instants are in picoseconds since the run began.
 */
public interface Timeline {
    /** A group of tracks. */
    void group(int group, String name);

    /** A track of a group. */
    void track(int group, int track, String name);

    /**
     * A slice begins on a track, inside the one that is open there, if any.
     *
     * @param kind the place where time is spent, or what sort of slice it is
     * @param by who does it; empty: what stands on the track
     */
    void begin(int group, int track, long instant, String name, String kind, String by);

    /** The slice that began last on this track ends. */
    void end(int group, int track, long instant);

    /**
     * Something lasted from one instant to another beside all tracks.
     *
     * @param id those of one id in one group follow each other; those of different ids may overlap
     * @param number which of those that are called {@code name} it was
     * @param kind a word for what sort of these it was, or empty
     */
    void span(int group, long id, long from, long until, String name, long number, String kind);

    /** A request goes on from a slice at an instant inside that slice to another slice, which begins then. */
    void arrow(String name, Point from, Point to);

    /** A place on a track. */
    record Point(int group, int track, long instant) {}

    /** A counter has this value from now on. */
    void count(int group, String name, long instant, long value);
}
