package dev.trapline.run;

/** Which entry of a ledger; see {@link dev.trapline.result.Results.LedgerRow}. */
record LedgerKey(String guest, String ledger, String place, String mechanism, String kind, String occupier, String unit) {
    static final String LATENCY = "latency";
    static final String CYCLES = "cycles";
    static final String SERVICE = "service";
    static final String WAITING = "waiting";

    /** Whose it is, without the host that the name begins with where there are several. */
    String group() {
        return guest.substring(guest.indexOf('/') + 1);
    }

    boolean isLatency() {
        return ledger.equals(LATENCY);
    }
}
