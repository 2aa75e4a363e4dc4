package dev.trapline.run;

/** Which entry of a ledger; see {@link dev.trapline.result.Results.LedgerRow}. */
record LedgerKey(String guest, String ledger, String place, String mechanism, String kind, String occupier, String unit) {
    static final String LATENCY = "latency";
    static final String CYCLES = "cycles";
    static final String SERVICE = "service";
    static final String WAITING = "waiting";

    boolean isLatency() {
        return ledger.equals(LATENCY);
    }
}
