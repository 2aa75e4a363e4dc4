package dev.trapline.reports.digest;

import dev.trapline.result.Results;

/** Names for the entries of ledgers. */
public final class Ledgers {
    private static final String WAITING = "waiting";

    private Ledgers() {}

    /** Place and mechanism. */
    public static String what(String place, String mechanism) {
        return place + ": " + mechanism;
    }

    /**
     * Who held what was waited for, as results name it: a place and mechanism, or {@code other} for many small
     * ones.
     */
    public static String occupier(String occupier) {
        return occupier.equals("other") ? "other work" : occupier.replaceFirst("\\s*[/:]\\s*", ": ");
    }

    /** An entry in words: what was done, or what was waited for where that is known. */
    public static String words(String place, String mechanism, String kind, String occupier) {
        if (!kind.equals(WAITING)) {
            return what(place, mechanism);
        }
        return occupier.isEmpty() ? what(place, mechanism) + ", waiting" : "waiting for " + occupier(occupier);
    }

    public static String words(Results.LedgerRow row) {
        return words(row.place(), row.mechanism(), row.kind(), row.occupier());
    }

    public static boolean isWaiting(Results.LedgerRow row) {
        return row.kind().equals(WAITING);
    }

    /** What gives an entry its colour: the same for work of a mechanism and for waiting for it. */
    public static String cause(Results.LedgerRow row) {
        return isWaiting(row) && !row.occupier().isEmpty()
                ? occupier(row.occupier())
                : what(row.place(), row.mechanism());
    }
}
