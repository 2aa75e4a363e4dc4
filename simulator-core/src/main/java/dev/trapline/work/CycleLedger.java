package dev.trapline.work;

/** Every picosecond of every core, by who it is charged to and by slot, with how often each slot's reason occurred. */
public final class CycleLedger {
    /** The most slots of one run. */
    public static final int CAPACITY = 1024;

    private final long[][] picos;
    private final long[][] counts;

    /** @param owners how many guest groups and other owners there are */
    public CycleLedger(int owners) {
        picos = new long[owners][CAPACITY];
        counts = new long[owners][CAPACITY];
    }

    private CycleLedger(CycleLedger other) {
        picos = copy(other.picos);
        counts = copy(other.counts);
    }

    /** The times of an owner by slot, for its meters to add to. */
    long[] picos(int owner) {
        return picos[owner];
    }

    /** The occurrences of an owner by slot, for its meters to add to. */
    long[] counts(int owner) {
        return counts[owner];
    }

    public int owners() {
        return picos.length;
    }

    public long picos(int owner, int slot) {
        return picos[owner][slot];
    }

    public long count(int owner, int slot) {
        return counts[owner][slot];
    }

    public long total() {
        long sum = 0;
        for (long[] row : picos) {
            for (long amount : row) {
                sum += amount;
            }
        }
        return sum;
    }

    /** What stands in it now, to be subtracted later. */
    public CycleLedger snapshot() {
        return new CycleLedger(this);
    }

    private static long[][] copy(long[][] rows) {
        long[][] copied = new long[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copied[i] = rows[i].clone();
        }
        return copied;
    }
}
