package dev.trapline.work;

import java.util.Locale;

/** Where time is spent. */
public enum Place {
    GUEST_USER,
    GUEST_KERNEL,
    HYPERVISOR,
    DRIVER_DOMAIN,
    HOST_KERNEL,
    HOST_PROCESS,
    /** A disk or a network interface: holds no core. */
    DEVICE,
    /** The wire and the client: holds no core. */
    OUTSIDE;

    private static final Place[] ALL = values();

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String word() {
        return word;
    }

    public static Place of(String word) {
        for (Place place : ALL) {
            if (place.word.equals(word)) {
                return place;
            }
        }
        throw new IllegalArgumentException("there is no place '" + word + "'");
    }

    /** Whether a hosted platform runs this in its host's world. */
    public boolean isHostWorld() {
        return this == HOST_KERNEL || this == HOST_PROCESS;
    }

    /** Whether this is code of the guest itself. */
    public boolean isGuest() {
        return this == GUEST_USER || this == GUEST_KERNEL;
    }
}
