package dev.trapline.virtualization;

import dev.trapline.work.Block;
import dev.trapline.work.Meter;
import java.util.Map;

/** CPU demand with its operation mix, priced: native cycles, and what the operations among them cost by slot. */
public final class Demand {
    private final int nativeSlot;
    private final int[] slots;
    private final long[] perMega;
    private final long[] milliTimesPerMega;

    Demand(int nativeSlot, Map<Integer, long[]> bySlot) {
        this.nativeSlot = nativeSlot;
        slots = bySlot.keySet().stream().mapToInt(Integer::intValue).toArray();
        perMega = bySlot.values().stream().mapToLong(sums -> sums[0]).toArray();
        milliTimesPerMega = bySlot.values().stream().mapToLong(sums -> sums[1]).toArray();
    }

    /** Writes so much native demand, in thousandths of a cycle, with its share of operations. */
    public void appendTo(Meter meter, Block block, long milliCycles) {
        meter.append(block, nativeSlot, milliCycles, 1);
        for (int i = 0; i < slots.length; i++) {
            int times = Math.toIntExact(Pricing.scaled(milliCycles, milliTimesPerMega[i]) / 1000);
            meter.append(block, slots[i], Pricing.scaled(milliCycles, perMega[i]), times);
        }
    }
}
