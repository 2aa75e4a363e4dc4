package dev.trapline.run;

/** Which figure: of which guest group (empty: of the machine), of which request or executor, by which name and unit. */
record MetricKey(String guest, String request, String metric, String unit) {
    static MetricKey ofMachine(String metric, String unit) {
        return new MetricKey("", "", metric, unit);
    }

    static MetricKey of(String guest, String metric, String unit) {
        return new MetricKey(guest, "", metric, unit);
    }
}
