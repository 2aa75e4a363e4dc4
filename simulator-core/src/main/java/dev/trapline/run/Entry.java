package dev.trapline.run;

/** An entry of a ledger in one replication: its value, and how often its reason occurred. */
record Entry(double value, double count) {
    Entry and(Entry other) {
        return new Entry(value + other.value, count + other.count);
    }
}
