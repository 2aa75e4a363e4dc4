package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Flow;
import dev.trapline.devicepath.Transfer;
import dev.trapline.engine.Phase;
import dev.trapline.work.Level;
import dev.trapline.work.Price;

/**
 * One bulk TCP connection out of the guest. The program writes until the socket buffer is full and then sleeps; the stack
 * sends full packets as the window lets it, as many at a time as its way out takes and a third of the window holds (as Linux
 * does, tcp_tso_win_divisor), a shorter one only if nothing is under way; the far end acknowledges every second packet, or a
 * single one after a delay; an acknowledgement makes room, lets the stack send on from the interrupt that brought it, and wakes
 * the program.
 */
final class TransmittingStream {
    private static final int SEGMENTS_IN_WINDOW = 3;

    private final Setting setting;
    private final int packetBytes;
    private final long largestBytes;
    private final long writeBytes;
    private final Window window;
    private final Acknowledgements acknowledgements;
    private final GroupMeasure.Blocked blocked;
    private final Transfer.End arrival = this::arrived;
    private final Transfer.End acknowledged = (packet, by) -> heard(packet.note(), by);
    private final Writer writer;
    private final String name;
    private final Flow flow;
    private long unsent;
    private long underWay;
    private long unacknowledged;

    TransmittingStream(StreamWorkload.Terms terms, Setting setting, int number) {
        this.setting = setting;
        name = setting.guest().name() + (number == 0 ? "" : " connection " + number);
        flow = setting.flow(number);
        packetBytes = setting.ports().segmentBytes();
        largestBytes = setting.ports().largestSegmentBytes();
        writeBytes = terms.writeBytes();
        window = new Window(terms);
        acknowledgements = new Acknowledgements(name, terms, setting.simulation(), () -> acknowledge(unacknowledged));
        blocked = setting.measure().newBlocked();
        writer = new Writer(number);
    }

    void start() {
        setting.simulation().newTimer(name + " stream start", Phase.ARRIVE, writer::raise).armAfter(0);
    }

    /** Sends what the window lets it, as work of this activity. */
    private void push(Carrier by) {
        while (unsent > 0) {
            long segment = nextSegment();
            boolean mayGo = segment >= packetBytes || underWay == 0;
            if (!mayGo || underWay + segment > window.bytes()) {
                return;
            }
            unsent -= segment;
            underWay += segment;
            setting.ports().send(by, segment, null, flow, arrival);
        }
    }

    /** Full packets as many as may go together, or what is left if that is less than one. */
    private long nextSegment() {
        if (unsent < packetBytes) {
            return unsent;
        }
        return setting.ports().fullPackets(Math.min(Math.min(unsent, largestBytes), window.bytes() / SEGMENTS_IN_WINDOW));
    }

    private void arrived(Transfer segment, Carrier by) {
        setting.measure().arrives(segment.bytes());
        unacknowledged += segment.bytes();
        long due = acknowledgements.due(segment.packets());
        for (long left = due; left > 1; left--) {
            acknowledge(unacknowledged / left);
        }
        if (due > 0) {
            acknowledge(unacknowledged);
        }
    }

    private void acknowledge(long bytes) {
        unacknowledged -= bytes;
        if (unacknowledged == 0) {
            acknowledgements.done();
        }
        setting.ports().receiveAcknowledgement(bytes, flow, acknowledged);
    }

    /** The guest hears that so much has arrived. */
    private void heard(long bytes, Carrier by) {
        window.passed(bytes, !hasRoom());
        underWay -= bytes;
        push(by);
        writer.roomWasMade();
    }

    private boolean hasRoom() {
        return unsent + underWay + writeBytes <= window.bytes();
    }

    private final class Writer extends Carrier {
        private final Price call = setting.guest().pricing().socketCall("socket-write", writeBytes);
        private boolean writing;

        Writer(int number) {
            super(
                    setting.guest().name() + " writer" + (number == 0 ? "" : " " + number),
                    Level.TASK,
                    setting.guest().vcpuOf(number).agenda(),
                    setting.simulation());
        }

        void roomWasMade() {
            if (hasRoom()) {
                raise();
            }
        }

        @Override
        protected boolean work() {
            if (writing) {
                writing = false;
                unsent += writeBytes;
                push(this);
                return true;
            }
            blocked.set(now(), !hasRoom());
            if (!hasRoom()) {
                return false;
            }
            writing = true;
            call.appendTo(meter(), block());
            return true;
        }
    }
}
