package dev.trapline.workload;

import dev.trapline.devicepath.GuestPorts;
import dev.trapline.work.Trail;

/** Work that a request of another guest has come to: on the trail of that request, between its being asked and its reply. */
final class Call extends Request {
    private final GuestPorts caller;
    private final long requestBytes;
    private final long replyBytes;
    private Trail.Mark arrival;

    /**
     * One that has not been asked yet.
     *
     * @param trail of the request that waits for it
     * @param caller to whom the reply goes
     * @param answered is run when the reply is at the caller's guest
     */
    Call(long client, long index, Trail trail, GuestPorts caller, long requestBytes, long replyBytes, Runnable answered) {
        super(client, index, trail, answered);
        this.caller = caller;
        this.requestBytes = requestBytes;
        this.replyBytes = replyBytes;
    }

    GuestPorts caller() {
        return caller;
    }

    long requestBytes() {
        return requestBytes;
    }

    long replyBytes() {
        return replyBytes;
    }

    /** It is at the called guest now. */
    void arrives() {
        arrival = trail().mark();
    }

    /** Where on the trail it arrived at the called guest. */
    Trail.Mark arrival() {
        return arrival;
    }
}
