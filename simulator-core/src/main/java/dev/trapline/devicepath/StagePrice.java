package dev.trapline.devicepath;

import dev.trapline.work.Block;
import dev.trapline.work.Meter;

/**
 * What one stage costs.
 *
 * @param slot its place and mechanism
 * @param milliCycles of one occurrence
 * @param times occurrences for each operation, or batch
 * @param milliCyclesPerByte on top, for each byte
 * @param perBatch whether the occurrences are once for each batch
 * @param wayBack the slot of the place to go back to between occurrences, or -1: on hosted platforms each is then a visit
 *     to the host's world of its own
 */
record StagePrice(int slot, long milliCycles, int times, long milliCyclesPerByte, boolean perBatch, int wayBack) {

    void write(long bytes, Meter meter, Block block, boolean opensBatch) {
        if (perBatch && !opensBatch) {
            return;
        }
        if (wayBack < 0) {
            meter.append(block, slot, milliCycles * times + milliCyclesPerByte * bytes, times);
            return;
        }
        for (int i = 0; i < times; i++) {
            meter.append(block, slot, milliCycles, 1);
            meter.append(block, wayBack, 0, 0);
        }
    }
}
