package dev.trapline.declare;

/** What a number measures; it fixes the unit in which the value is held. */
public enum Dimension {
    /** A duration, held as a {@code long} of picoseconds. */
    TIME("picoseconds"),
    /** A size, held as a {@code long} of bytes. */
    BYTES("bytes"),
    /** A clock rate, held as a {@code long} of hertz. */
    FREQUENCY("hertz"),
    /** A transfer rate, held as a {@code long} of bits per second. */
    BANDWIDTH("bits per second"),
    /** How often something happens, held as a {@code double} per second. */
    RATE("per second"),
    /** A share, written in percent and held as a {@code double} fraction of one. */
    RATIO("fraction of one"),
    /** CPU demand, held as a {@code long} of thousandths of a cycle. */
    CYCLES("thousandths of a cycle"),
    /** A whole number, held as a {@code long}. */
    COUNT("one"),
    /** A plain number, held as a {@code double}. */
    NUMBER("one");

    private final String unit;

    Dimension(String unit) {
        this.unit = unit;
    }

    /** The unit in which values of this dimension are held. */
    public String unit() {
        return unit;
    }

    /** Whether values are held as {@code long}; the others are {@code double}. */
    public boolean isWhole() {
        return this != RATE && this != RATIO && this != NUMBER;
    }
}
