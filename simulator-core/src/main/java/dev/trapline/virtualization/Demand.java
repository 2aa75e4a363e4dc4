package dev.trapline.virtualization;

import dev.trapline.work.Block;
import dev.trapline.work.Meter;
import dev.trapline.work.Price;
import java.util.Map;

/**
 * CPU demand with its operation mix, priced: native cycles, and what the operations among them cost by slot. Parts of an
 * operation are carried from one piece of demand to the next, so that counts are right in the long run.
 */
public final class Demand {
    private final int nativeSlot;
    private final int[] slots;
    private final long[] perMega;
    private final long[] milliTimesPerMega;
    private final long[] timesCarried;
    private final Price remoteAccess;
    private final long milliAccessesPerMega;
    private long remoteCarried;

    /**
     * @param remoteAccess what an access to another node's memory costs in addition
     * @param milliAccessesPerMega how many thousandths of an access to memory a million native cycles hold
     */
    Demand(int nativeSlot, Map<Integer, long[]> bySlot, Price remoteAccess, long milliAccessesPerMega) {
        this.nativeSlot = nativeSlot;
        this.remoteAccess = remoteAccess;
        this.milliAccessesPerMega = milliAccessesPerMega;
        slots = bySlot.keySet().stream().mapToInt(Integer::intValue).toArray();
        perMega = bySlot.values().stream().mapToLong(sums -> sums[0]).toArray();
        timesCarried = new long[slots.length];
        milliTimesPerMega = bySlot.values().stream().mapToLong(sums -> sums[1]).toArray();
    }

    private Demand(Demand other) {
        nativeSlot = other.nativeSlot;
        remoteAccess = other.remoteAccess;
        milliAccessesPerMega = other.milliAccessesPerMega;
        slots = other.slots;
        perMega = other.perMega;
        milliTimesPerMega = other.milliTimesPerMega;
        timesCarried = new long[slots.length];
    }

    /** The same demand of somebody else, from which nothing has been carried yet. */
    Demand another() {
        return new Demand(this);
    }

    /** Writes so much native demand, in thousandths of a cycle, with its share of operations. */
    public void appendTo(Meter meter, Block block, long milliCycles) {
        meter.append(block, nativeSlot, milliCycles, 1);
        for (int i = 0; i < slots.length; i++) {
            long times = Pricing.scaled(milliCycles, milliTimesPerMega[i]) + timesCarried[i];
            timesCarried[i] = times % 1000;
            meter.append(block, slots[i], Pricing.scaled(milliCycles, perMega[i]), Math.toIntExact(times / 1000));
        }
    }

    /** Whether it costs more where memory is on another node. */
    public boolean isNearMemory() {
        return milliAccessesPerMega > 0 && !remoteAccess.isFree();
    }

    /** Writes what so much native demand costs in addition where this part of its memory is on other nodes. */
    public void appendRemote(Meter meter, Block block, long milliCycles, double remoteShare) {
        long milliAccesses = (long) (Pricing.scaled(milliCycles, milliAccessesPerMega) * remoteShare) + remoteCarried;
        remoteCarried = milliAccesses % 1000;
        int accesses = Math.toIntExact(milliAccesses / 1000);
        for (int i = 0; i < remoteAccess.size() && accesses > 0; i++) {
            meter.append(block, remoteAccess.slot(i), remoteAccess.milliCycles(i) * accesses, accesses);
        }
    }
}
