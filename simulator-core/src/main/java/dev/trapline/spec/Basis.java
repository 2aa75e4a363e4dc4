package dev.trapline.spec;

import java.util.Arrays;
import java.util.Locale;

/** How a value is known. */
public enum Basis {
    /** Printed in a publication that measured it. */
    MEASURED,
    /** Stated by the maker. */
    VENDOR,
    /** Computed from measured or stated values, as its note says. */
    DERIVED,
    /** Not known; the range says between what. */
    ASSUMED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Basis of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String[] words() {
        return Arrays.stream(values()).map(Basis::word).toArray(String[]::new);
    }
}
