package dev.trapline.devicepath;

import dev.trapline.hardware.InterruptLine;

/**
 * A device's interrupt as one part of a path sees it.
 *
 * @param line what it shares with the other parts that have the same handler
 * @param receives whether it announces what has come, or what the device has done
 */
record DeviceInterrupt(InterruptLine line, boolean receives) {
    void request() {
        line.request(receives);
    }
}
