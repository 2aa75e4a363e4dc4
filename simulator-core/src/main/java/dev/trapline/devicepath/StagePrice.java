package dev.trapline.devicepath;

import dev.trapline.work.Block;
import dev.trapline.work.Meter;
import java.util.Locale;

/**
 * What one stage costs.
 *
 * @param slot its place and mechanism
 * @param milliCycles of one occurrence
 * @param milliCyclesOfDatagram the same where it is for a UDP datagram
 * @param times occurrences for each of what it is counted by
 * @param milliCyclesPerByte on top, for each byte
 * @param per what the occurrences are counted by
 * @param wayBack the slot of the place to go back to between occurrences, or -1: on hosted platforms each is then a visit
 *     to the host's world of its own
 */
record StagePrice(
        int slot, long milliCycles, long milliCyclesOfDatagram, int times, long milliCyclesPerByte, Per per, int wayBack) {
    /** What occurrences of a stage are counted by. */
    enum Per {
        /** A transfer as it is here: a disk operation, a packet, or a segment of several packets. */
        OPERATION,
        PACKET,
        BATCH;

        private static final Per[] ALL = values();

        private final String word = name().toLowerCase(Locale.ROOT);

        static Per of(String word) {
            for (Per per : ALL) {
                if (per.word.equals(word)) {
                    return per;
                }
            }
            throw new IllegalArgumentException("nothing is counted by '" + word + "'");
        }
    }

    /** What costs a datagram as much as anything else. */
    static StagePrice alike(int slot, long milliCycles, int times, long milliCyclesPerByte, Per per, int wayBack) {
        return new StagePrice(slot, milliCycles, milliCycles, times, milliCyclesPerByte, per, wayBack);
    }

    void write(Transfer transfer, Meter meter, Block block, boolean opensBatch) {
        if (per == Per.BATCH && !opensBatch) {
            return;
        }
        long each = transfer.isDatagram() ? milliCyclesOfDatagram : milliCycles;
        int occurrences = per == Per.PACKET ? times * transfer.packets() : times;
        if (wayBack < 0) {
            meter.append(block, slot, each * occurrences + milliCyclesPerByte * transfer.bytes(), occurrences);
            return;
        }
        for (int i = 0; i < occurrences; i++) {
            meter.append(block, slot, each, 1);
            meter.append(block, wayBack, 0, 0);
        }
    }
}
