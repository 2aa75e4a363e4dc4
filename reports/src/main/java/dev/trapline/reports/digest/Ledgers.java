package dev.trapline.reports.digest;

import dev.trapline.result.Results;

/** Names for the entries of ledgers. */
public final class Ledgers {
    private Ledgers() {}

    /** Place and mechanism of an entry. */
    public static String what(Results.LedgerRow row) {
        return what(row.place(), row.mechanism());
    }

    public static String what(String place, String mechanism) {
        return place + ": " + mechanism;
    }

    /** Who held what an entry waited for, written like {@link #what}; empty if nobody is named. */
    public static String occupier(Results.LedgerRow row) {
        return occupier(row.occupier());
    }

    public static String occupier(String occupier) {
        return occupier.replaceFirst("\\s*[/:]\\s*", ": ");
    }
}
