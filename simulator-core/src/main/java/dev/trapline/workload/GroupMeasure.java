package dev.trapline.workload;

import dev.trapline.engine.Time;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.work.CycleLedger;
import dev.trapline.work.Trail;
import dev.trapline.work.TrailRoom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the requests of one guest group went through since the warm-up ended: how many, how long, and where their time
 * went. Every request that entered has left or is still inside, the parts of its trail add up to its latency, and all stays to the
 * integral of the number inside ({@link Sojourns}); this is checked always.
 */
public final class GroupMeasure {
    private final String group;
    private final LatencyHistogram latencies;
    private final Map<String, LatencyHistogram> kinds = new TreeMap<>();
    private final long[] picos = new long[CycleLedger.CAPACITY];
    private final long[] counts = new long[CycleLedger.CAPACITY];
    private final List<Blocked> blocked = new ArrayList<>();
    private final DatagramCounts datagrams = new DatagramCounts();
    private final Sojourns sojourns;
    private final TrailRoom room = new TrailRoom();
    private long entered;
    private long left;
    private long leftSinceReset;
    private long enteredSinceReset;
    private long bytesSinceReset;
    private long mostAtOnce;
    private long lastLeft;
    private RequestOnlooker onlooker;

    public GroupMeasure(String group) {
        this.group = group;
        latencies = LatencyHistogram.of(group + " latency");
        sojourns = new Sojourns(group);
    }

    public String group() {
        return group;
    }

    /** Somebody looks on from now on. */
    public void watchedBy(RequestOnlooker watching) {
        onlooker = watching;
    }

    /** For a request of the group. */
    Trail newTrail(int owner) {
        return new Trail(owner, room);
    }

    void enters(Request request, long now) {
        entered++;
        enteredSinceReset++;
        sojourns.enters(request, now);
        if (onlooker != null) {
            onlooker.enters(group, request, request.client(), request.beginning().since());
        }
    }

    /** A request has been answered; its trail leads up to {@code now}. Of a call only what followed its arrival counts. */
    void leaves(Request request, long now) {
        left++;
        sojourns.leaves(request, now);
        if (onlooker != null) {
            onlooker.leaves(request, request.index(), request.kind());
        }
        Trail trail = request.trail();
        Trail.Mark from = request.beginning();
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
        if (!request.kind().isEmpty()) {
            kinds.computeIfAbsent(request.kind(), LatencyHistogram::of).record(latency);
        }
        request.over();
    }

    /** So much of a stream has arrived where it goes. */
    void arrives(long bytes) {
        bytesSinceReset += bytes;
        mostAtOnce = Math.max(mostAtOnce, bytes);
    }

    /** What became of datagrams. */
    public DatagramCounts datagrams() {
        return datagrams;
    }

    /** A new connection whose sender may be held back by its window. */
    Blocked newBlocked() {
        Blocked connection = new Blocked();
        blocked.add(connection);
        return connection;
    }

    /** The connections of bulk streams. */
    public int connections() {
        return blocked.size();
    }

    /** Which part of the time since then connections were held back by their windows, in the mean of them. */
    public double blockedShare(long since, long now) {
        double picos = 0;
        for (Blocked connection : blocked) {
            picos += connection.picos(now);
        }
        return picos / blocked.size() / (now - since);
    }

    /** The warm-up is over at {@code now}. */
    public void reset(long now) {
        blocked.forEach(connection -> connection.reset(now));
        datagrams.reset();
        sojourns.check(now);
        sojourns.reset(now);
        latencies.reset();
        kinds.values().forEach(LatencyHistogram::reset);
        Arrays.fill(picos, 0);
        Arrays.fill(counts, 0);
        leftSinceReset = 0;
        enteredSinceReset = 0;
        bytesSinceReset = 0;
        mostAtOnce = 0;
    }

    /** Throws if a request was lost, or if since the reset requests stayed longer or shorter than they were inside. */
    public void checkConservation(long now) {
        if (entered != left + sojourns.inside()) {
            throw new IllegalStateException("of the requests of '" + group + "' " + entered + " entered, " + left
                    + " left and " + sojourns.inside() + " are inside");
        }
        sojourns.check(now);
        datagrams.checkConservation(group);
    }

    /** The time for which a connection's sender had to wait for room in the window. */
    static final class Blocked {
        private boolean is;
        private long since;
        private long picos;

        void set(long now, boolean waits) {
            if (is) {
                picos += now - since;
            }
            since = now;
            is = waits;
        }

        private long picos(long now) {
            return picos + (is ? now - since : 0);
        }

        private void reset(long now) {
            picos = 0;
            since = now;
        }
    }

    public LatencyHistogram latencies() {
        return latencies;
    }

    /** The latencies of the kinds of requests that are told apart, by their names. */
    public Map<String, LatencyHistogram> kinds() {
        return Collections.unmodifiableMap(kinds);
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

    /** Requests that entered since the reset. */
    public long arrived() {
        return enteredSinceReset;
    }

    /** Requests that are inside now. */
    public long inside() {
        return sojourns.inside();
    }

    public long completed() {
        return leftSinceReset;
    }

    public long bytes() {
        return bytesSinceReset;
    }

    /** The most bytes of a stream that arrived at one instant since the reset, as by one read. */
    public long mostBytesAtOnce() {
        return mostAtOnce;
    }

    /** When the last request left. */
    public long lastLeft() {
        return lastLeft;
    }
}
