package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;

/** The answer to a request as it arrives, piece by piece, at the far end; one after the other for all requests of a client. */
final class Answer implements Transfer.End {
    private static final int PACKETS_FOR_EACH_ACKNOWLEDGEMENT = 2;
    private static final Transfer.End NOBODY = (transfer, by) -> {};

    private final Request request;
    private final Setting setting;
    private long packets;

    Answer(Request request, Setting setting) {
        this.request = request;
        this.setting = setting;
    }

    /** Nothing of it has arrived yet. */
    void begin() {
        packets = 0;
    }

    @Override
    public void reached(Transfer part, Carrier by) {
        long before = packets / PACKETS_FOR_EACH_ACKNOWLEDGEMENT;
        packets += part.packets();
        for (; before < packets / PACKETS_FOR_EACH_ACKNOWLEDGEMENT; before++) {
            setting.ports().receive(0, null, request.flow(setting), NOBODY);
        }
        if (part.trail() != null) {
            if (!request.isDatagram() && packets % PACKETS_FOR_EACH_ACKNOWLEDGEMENT > 0) {
                request.acknowledgesSoon(setting);
            }
            part.leaveTrail();
            request.answered();
        }
    }
}
