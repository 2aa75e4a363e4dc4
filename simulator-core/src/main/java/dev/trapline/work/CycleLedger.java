package dev.trapline.work;

/** Every picosecond of every core, by who it is charged to and by slot, with how often each slot's reason occurred. */
public final class CycleLedger {
    /** The most slots of one run. */
    public static final int CAPACITY = 1024;

    /** A row for each owner. */
    private final Row[] rows;

    /** The times and occurrences of one owner by slot, side by side, for its meters to add to. */
    static final class Row {
        private final long[] entries;

        private Row(long[] entries) {
            this.entries = entries;
        }

        void addPicos(int slot, long picos) {
            entries[2 * slot] += picos;
        }

        void addCount(int slot, long times) {
            entries[2 * slot + 1] += times;
        }
    }

    /** @param owners how many guest groups and other owners there are */
    public CycleLedger(int owners) {
        rows = new Row[owners];
        for (int i = 0; i < owners; i++) {
            rows[i] = new Row(new long[2 * CAPACITY]);
        }
    }

    private CycleLedger(CycleLedger other) {
        rows = new Row[other.rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(other.rows[i].entries.clone());
        }
    }

    Row row(int owner) {
        return rows[owner];
    }

    public int owners() {
        return rows.length;
    }

    public long picos(int owner, int slot) {
        return rows[owner].entries[2 * slot];
    }

    public long count(int owner, int slot) {
        return rows[owner].entries[2 * slot + 1];
    }

    public long total() {
        long sum = 0;
        for (int owner = 0; owner < rows.length; owner++) {
            for (int slot = 0; slot < CAPACITY; slot++) {
                sum += picos(owner, slot);
            }
        }
        return sum;
    }

    /** What stands in it now, to be subtracted later. */
    public CycleLedger snapshot() {
        return new CycleLedger(this);
    }
}
