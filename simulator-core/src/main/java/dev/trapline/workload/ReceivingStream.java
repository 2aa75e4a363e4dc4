package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Flow;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Phase;

/**
 * One bulk TCP connection into the guest. The far end, which costs nothing, sends full packets as far as the window lets
 * it; the guest acknowledges every second packet from the activity that received it, or a single one after a delay; the
 * program reads what is there, at most so much at a time, and sleeps when nothing is. A slow reader closes the window, and
 * opens it with an acknowledgement of its own once it has doubled what was left of it (as Linux's tcp_cleanup_rbuf does).
 */
final class ReceivingStream {
    private final Setting setting;
    private final int packetBytes;
    private final long readBytes;
    private final Window window;
    private final Acknowledgements acknowledgements;
    private final GroupMeasure.Blocked blocked;
    private final Transfer.End arrival = this::arrived;
    private final Transfer.End acknowledged = (packet, by) -> heard(packet.note());
    private final Reader reader;
    private final String name;
    private final Flow flow;
    private long sent;
    private long allowed;
    private long received;
    private long read;
    private long offered;

    ReceivingStream(StreamWorkload.Terms terms, Setting setting, int number) {
        this.setting = setting;
        name = setting.guest().name() + (number == 0 ? "" : " connection " + number);
        flow = setting.flow(number);
        packetBytes = setting.ports().segmentBytes();
        readBytes = terms.writeBytes();
        window = new Window(terms);
        offered = window.bytes();
        reader = new Reader(number);
        acknowledgements = new Acknowledgements(name, terms, setting.simulation(), reader::acknowledgeLater);
        blocked = setting.measure().newBlocked();
    }

    void start() {
        setting.simulation()
                .newTimer(name + " stream start", Phase.ARRIVE, () -> heard(window.bytes()))
                .armAfter(0);
    }

    /** The far end hears that it may send up to there; it has always more to send. */
    private void heard(long upTo) {
        allowed = Math.max(allowed, upTo);
        while (sent + packetBytes <= allowed) {
            sent += packetBytes;
            setting.ports().receive(packetBytes, null, flow, arrival);
        }
        blocked.set(setting.simulation().now(), true);
    }

    private void arrived(Transfer segment, Carrier by) {
        received += segment.bytes();
        if (acknowledgements.due(segment.packets()) > 0) {
            acknowledge(by);
        }
        reader.raise();
    }

    private void acknowledge(Carrier by) {
        acknowledgements.done();
        offered = read + window.bytes();
        setting.ports().sendAcknowledgement(by, offered, flow, acknowledged);
    }

    private final class Reader extends SocketReader {
        private boolean acknowledgesLate;

        Reader(int number) {
            super(setting, number, readBytes);
        }

        private void acknowledgeLater() {
            acknowledgesLate = true;
            raise();
        }

        @Override
        boolean wroteOther() {
            if (!acknowledgesLate) {
                return false;
            }
            acknowledgesLate = false;
            acknowledge(this);
            return true;
        }

        @Override
        long waiting() {
            return received - read;
        }

        @Override
        void hasRead(long bytes) {
            read += bytes;
            window.passed(bytes, true);
            setting.measure().arrives(bytes);
            long left = offered - received;
            long open = read + window.bytes() - received;
            if (2 * left <= window.bytes() && open >= 2 * left) {
                acknowledge(this);
            }
        }
    }
}
