package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.work.Price;

/** A program that reads from a socket what is there, at most so much at a time, and sleeps when nothing is. */
abstract class SocketReader extends Carrier {
    private final Price call;
    private final int copySlot;
    private final long copyMilli;
    private final long mostBytes;
    private long reading;

    SocketReader(Setting setting, int number, long mostBytes) {
        super(
                setting.guest().name() + " reader" + (number == 0 ? "" : " " + number),
                Level.TASK,
                setting.guest().vcpuOf(number).agenda(),
                setting.simulation());
        this.mostBytes = mostBytes;
        call = setting.guest().pricing().socketCall("socket-read", 0);
        copySlot = setting.guest().pricing().slots().service(Place.GUEST_KERNEL, "copy");
        copyMilli = setting.guest().pricing().costs().get("copy-byte").milli();
    }

    /** The bytes that are there for it. */
    abstract long waiting();

    /** It has read so many of them. */
    abstract void hasRead(long bytes);

    /** Whether it did something else that was to be done before it reads on. */
    boolean wroteOther() {
        return false;
    }

    @Override
    protected final boolean work() {
        if (reading > 0) {
            long done = reading;
            reading = 0;
            hasRead(done);
            if (!goesOn()) {
                return true;
            }
        }
        if (wroteOther()) {
            return true;
        }
        reading = Math.min(mostBytes, waiting());
        if (reading == 0) {
            return false;
        }
        call.appendTo(meter(), block());
        meter().append(block(), copySlot, reading * copyMilli, 1);
        return true;
    }
}
