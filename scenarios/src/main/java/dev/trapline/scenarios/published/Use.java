package dev.trapline.scenarios.published;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a published figure may do in validation. */
public enum Use {
    /** Sets the experiment up; natively measured figures do, whatever their table says. */
    INPUT("5 %"),
    /** Identifies one number of a workload or a native system. */
    IDENTIFY("10 %"),
    /** One operation or one step of a path: costs may be fitted to it. */
    CALIBRATE("20 %"),
    /** Could not but be near, because what it follows from was derived at the same place. */
    CONSISTENCY("15 %"),
    /** Claims a sign or an order alone. */
    ORDER(""),
    /** A documented limit or support rule. */
    RULE("0 %"),
    /** Nothing may be fitted to it. */
    PREDICT("35 %");

    private final String within;

    Use(String within) {
        this.within = within;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How far off a figure may be before a reason is due, where the scenario does not say; empty where that is not judged. */
    public String within() {
        return within;
    }

    /** Whether there is only right and wrong. */
    public boolean isClaim() {
        return this == ORDER || this == RULE;
    }

    /** Whether it says something of the model, not of how the experiment was set up. */
    public boolean isScored() {
        return this != INPUT && this != IDENTIFY;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Use::word).toList();
    }

    /** By its word; one that is none is an IllegalArgumentException. */
    public static Use of(String word) {
        return Arrays.stream(values())
                .filter(use -> use.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no use '" + word + "', only " + words()));
    }
}
