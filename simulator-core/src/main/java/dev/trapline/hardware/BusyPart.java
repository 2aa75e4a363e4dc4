package dev.trapline.hardware;

/** A part of a device that can be busy all the time. */
public interface BusyPart {
    /** Its name within the device; of the device proper empty. */
    String name();

    /** The picoseconds that it was busy until now; of several alike the mean. */
    long busyPicos(long now);
}
