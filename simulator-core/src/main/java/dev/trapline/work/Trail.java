package dev.trapline.work;

import java.util.Arrays;

/**
 * Where one request, or one part of it that runs beside others, has been: at each instant in exactly one slot. Its parts
 * add up to the time since it began, because every entry starts where the last one ended.
 */
public final class Trail {
    private final int owner;
    private int[] slots = new int[16];
    private long[] picos = new long[16];
    private long[] counts = new long[16];
    private int size;
    private long start;
    private long since;
    private Context waitingIn;
    private long readyMark;

    /** @param owner the class of requests it belongs to */
    public Trail(int owner) {
        this.owner = owner;
    }

    public int owner() {
        return owner;
    }

    public void begin(long now) {
        size = 0;
        start = now;
        since = now;
        waitingIn = null;
    }

    /** Begins as a part that runs beside {@code whole} from now on. */
    public void fork(long now) {
        begin(now);
    }

    /** Goes on where {@code part}, which finished last, ended; the time until the part began must be accounted for. */
    public void join(Trail part) {
        if (part.start != since) {
            throw new IllegalStateException("a part that began at " + part.start + " ps joins a request accounted to " + since + " ps");
        }
        for (int i = 0; i < part.size; i++) {
            append(part.slots[i], part.picos[i], part.counts[i]);
        }
        since = part.since;
    }

    /** The time from {@code since} to now was spent in this slot. */
    public void until(long now, int slot) {
        waitsNoLonger(now);
        if (now != since) {
            append(slot, now - since, 0);
            since = now;
        }
    }

    /** So much service in this slot follows what was accounted for so far, with so many occurrences of its reason. */
    void served(int slot, long amount, int occurrences) {
        append(slot, amount, occurrences);
        since += amount;
    }

    /** From now on it waits for this context to serve it. */
    public void waitIn(Context context, long now) {
        waitsNoLonger(now);
        waitingIn = context;
        readyMark = context.readyPicos(now);
        context.addWaiter(owner, 1, now);
    }

    boolean isWaitingIn(Context context) {
        return waitingIn == context;
    }

    /** The context begins or goes on to serve it: its wait was for a core where the context had none, else in the queue. */
    void resume(Context context, long now) {
        Context waitedIn = waitingIn;
        waitsNoLonger(now);
        if (waitedIn == context) {
            long ready = Math.min(now - since, context.readyPicos(now) - readyMark);
            until(since + ready, context.readySlot());
        }
        until(now, context.queueSlot());
    }

    private void waitsNoLonger(long now) {
        if (waitingIn != null) {
            waitingIn.addWaiter(owner, -1, now);
            waitingIn = null;
        }
    }

    /** A place on a trail, to which what follows can be told from what was before. */
    public record Mark(long since, int size, long picos, long count) {}

    /** Where it began. */
    public Mark beginning() {
        return new Mark(start, 0, 0, 0);
    }

    /** The sum of its parts after a mark. */
    public long picosAfter(Mark mark) {
        long sum = mark.size() == 0 ? 0 : -mark.picos();
        for (int i = Math.max(0, mark.size() - 1); i < size; i++) {
            sum += picos[i];
        }
        return sum;
    }

    /** Where it is now. */
    public Mark mark() {
        return size == 0 ? new Mark(since, 0, 0, 0) : new Mark(since, size, picos[size - 1], counts[size - 1]);
    }

    public long start() {
        return start;
    }

    public long since() {
        return since;
    }

    public int size() {
        return size;
    }

    public int slot(int index) {
        return slots[index];
    }

    public long picos(int index) {
        return picos[index];
    }

    /** How often the slot's reason occurred on its way. */
    public long count(int index) {
        return counts[index];
    }

    private void append(int slot, long amount, long occurrences) {
        if (amount < 0) {
            throw new IllegalStateException("a trail went back by " + -amount + " ps in slot " + slot);
        }
        if (amount == 0) {
            return;
        }
        if (size > 0 && slots[size - 1] == slot) {
            picos[size - 1] += amount;
            counts[size - 1] += occurrences;
            return;
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            picos = Arrays.copyOf(picos, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        slots[size] = slot;
        counts[size] = occurrences;
        picos[size++] = amount;
    }
}
