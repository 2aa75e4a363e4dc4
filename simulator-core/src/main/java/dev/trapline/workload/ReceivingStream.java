package dev.trapline.workload;

import dev.trapline.declare.Values;
import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.work.Price;

/**
 * One bulk TCP connection into the guest. The far end, which costs nothing, sends full segments as far as the window lets
 * it; the guest acknowledges every second segment from the activity that received it, or a single one after a delay; the
 * program reads what is there, at most so much at a time, and sleeps when nothing is. A slow reader closes the window, and
 * opens it with an acknowledgement of its own once it has doubled what was left of it (as Linux's tcp_cleanup_rbuf does).
 */
final class ReceivingStream implements Workload.Run {
    private final Setting setting;
    private final int segmentBytes;
    private final long readBytes;
    private final long bufferBytes;
    private final long acknowledgeAfter;
    private final Reader reader;
    private final Timer delayedAcknowledgement;
    private long sent;
    private long allowed;
    private long received;
    private long read;
    private long offered;
    private int unacknowledged;

    ReceivingStream(Values values, Setting setting) {
        this.setting = setting;
        segmentBytes = setting.ports().segmentBytes();
        readBytes = values.whole("write");
        bufferBytes = values.whole("socket-buffer");
        acknowledgeAfter = values.whole("acknowledge-after");
        offered = bufferBytes;
        reader = new Reader();
        delayedAcknowledgement = setting.simulation()
                .newTimer(setting.guest().name() + " delayed acknowledgement", Phase.ARRIVE, reader::acknowledgeLater);
        setting.simulation()
                .newTimer(setting.guest().name() + " stream start", Phase.ARRIVE, () -> heard(bufferBytes))
                .armAfter(0);
    }

    /** The far end hears that it may send up to there. */
    private void heard(long upTo) {
        allowed = Math.max(allowed, upTo);
        while (sent + segmentBytes <= allowed) {
            sent += segmentBytes;
            setting.ports().receive(segmentBytes, null, this::arrived);
        }
    }

    private void arrived(Transfer segment, Carrier by) {
        received += segment.bytes();
        if (++unacknowledged >= 2) {
            acknowledge(by);
        } else if (!delayedAcknowledgement.isArmed()) {
            delayedAcknowledgement.armAfter(acknowledgeAfter);
        }
        reader.raise();
    }

    private void acknowledge(Carrier by) {
        delayedAcknowledgement.cancel();
        unacknowledged = 0;
        offered = read + bufferBytes;
        long upTo = offered;
        setting.ports().send(by, 0, null, (packet, at) -> heard(upTo));
    }

    private final class Reader extends Carrier {
        private final Price call = SocketCalls.price(setting.guest(), "socket-read", 0);
        private final int copySlot = setting.guest().pricing().slots().service(Place.GUEST_KERNEL, "copy");
        private final long copyMilli = setting.guest().pricing().costs().get("copy-byte").milli();
        private boolean acknowledgesLate;
        private long reading;

        Reader() {
            super(
                    setting.guest().name() + " reader",
                    Level.TASK,
                    setting.guest().vcpuOf(0).agenda(),
                    setting.simulation());
        }

        private void acknowledgeLater() {
            acknowledgesLate = true;
            raise();
        }

        @Override
        protected boolean work() {
            if (reading > 0) {
                hasRead();
                return true;
            }
            if (acknowledgesLate) {
                acknowledgesLate = false;
                acknowledge(this);
                return true;
            }
            reading = Math.min(readBytes, received - read);
            if (reading == 0) {
                return false;
            }
            call.appendTo(meter(), block());
            meter().append(block(), copySlot, reading * copyMilli, 1);
            return true;
        }

        private void hasRead() {
            read += reading;
            setting.measure().arrives(reading);
            reading = 0;
            long left = offered - received;
            long window = read + bufferBytes - received;
            if (2 * left <= bufferBytes && window >= 2 * left) {
                acknowledge(this);
            }
        }
    }
}
