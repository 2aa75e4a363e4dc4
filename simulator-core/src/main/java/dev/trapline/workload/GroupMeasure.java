package dev.trapline.workload;

import dev.trapline.engine.Time;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.work.CycleLedger;
import dev.trapline.work.Trail;
import java.util.Arrays;
import java.util.Arrays;

/**
 * What the requests of one guest group went through since the warm-up ended: how many, how long, and where their time
 * went. Every request that entered has left or is still inside, and the parts of its trail add up to its latency; both are
 * checked always.
 */
public final class GroupMeasure {
    private final String group;
    private final LatencyHistogram latencies;
    private final long[] picos = new long[CycleLedger.CAPACITY];
    private final long[] counts = new long[CycleLedger.CAPACITY];
    private long entered;
    private long left;
    private long inside;
    private long leftSinceReset;
    private long enteredSinceReset;
    private long bytesSinceReset;
    private long lastLeft;

    public GroupMeasure(String group) {
        this.group = group;
        latencies = LatencyHistogram.of(group + " latency");
    }

    public String group() {
        return group;
    }

    void enters() {
        entered++;
        enteredSinceReset++;
        inside++;
    }

    /** A request has been answered; its trail leads up to {@code now}. */
    void leaves(Trail trail, long now) {
        leaves(trail, new Trail.Mark(trail.start(), 0, 0, 0), now);
    }

    /** A call has been answered: of its caller's trail it is what follows {@code from}. */
    void leaves(Trail trail, Trail.Mark from, long now) {
        left++;
        inside--;
        leftSinceReset++;
        lastLeft = now;
        long sum = 0;
        for (int i = Math.max(0, from.size() - 1); i < trail.size(); i++) {
            boolean shared = i < from.size();
            long spent = trail.picos(i) - (shared ? from.picos() : 0);
            sum += spent;
            picos[trail.slot(i)] += spent;
            counts[trail.slot(i)] += trail.count(i) - (shared ? from.count() : 0);
        }
        long latency = now - from.since();
        if (sum != latency) {
            throw new IllegalStateException("the parts of a request of '" + group + "' add up to " + Time.format(sum)
                    + ", its latency is " + Time.format(latency));
        }
        latencies.record(latency);
    }

    /** So much of a stream has arrived where it goes. */
    void arrives(long bytes) {
        bytesSinceReset += bytes;
    }

    /** The warm-up is over. */
    public void reset() {
        latencies.reset();
        Arrays.fill(picos, 0);
        Arrays.fill(counts, 0);
        leftSinceReset = 0;
        enteredSinceReset = 0;
        bytesSinceReset = 0;
    }

    /** Throws if a request was lost. */
    public void checkConservation() {
        if (entered != left + inside || inside < 0) {
            throw new IllegalStateException("of the requests of '" + group + "' " + entered + " entered, " + left
                    + " left and " + inside + " are inside");
        }
    }

    public LatencyHistogram latencies() {
        return latencies;
    }

    /** The time that requests since the reset spent in a slot, in all. */
    public long picos(int slot) {
        return picos[slot];
    }

    /** How often a slot's reason occurred on the way of requests since the reset, in all. */
    public long count(int slot) {
        return counts[slot];
    }

    /** Requests that entered since the beginning. */
    public long entered() {
        return entered;
    }

    /** By which part of those that entered since the reset the number inside has grown since; 0 if none entered. */
    public double growth() {
        return enteredSinceReset == 0 ? 0 : (double) (enteredSinceReset - leftSinceReset) / enteredSinceReset;
    }

    public long completed() {
        return leftSinceReset;
    }

    public long bytes() {
        return bytesSinceReset;
    }

    /** When the last request left. */
    public long lastLeft() {
        return lastLeft;
    }
}
