package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;

/** A TCP connection that each request of a client opens before it and closes behind it; made once for the client. */
final class Connection {
    private static final Transfer.End NOBODY = (packet, by) -> {};

    private final Request request;
    private final Server server;
    private final Setting setting;
    private final Transfer.End asked = this::asked;
    private final Transfer.End agreed = this::agreed;
    private final Transfer.End closed = this::closed;

    Connection(Request request, Server server, Setting setting) {
        this.request = request;
        this.server = server;
        this.setting = setting;
    }

    /** The client's SYN, the guest's SYN and acknowledgement, the client's acknowledgement, and its request behind that. */
    void open() {
        setting.ports().receive(0, request.trail(), request.flow(setting), asked);
    }

    private void asked(Transfer first, Carrier by) {
        first.leaveTrail();
        setting.ports().send(by, 0, request.trail(), request.flow(setting), agreed);
    }

    private void agreed(Transfer second, Carrier by) {
        second.leaveTrail();
        setting.ports().receive(0, null, request.flow(setting), NOBODY);
        server.arrive(request);
    }

    /** The client closes its side; the guest acknowledges that. */
    void close() {
        setting.ports().receive(0, null, request.flow(setting), closed);
    }

    private void closed(Transfer last, Carrier by) {
        setting.ports().send(by, 0, null, request.flow(setting), NOBODY);
    }
}
