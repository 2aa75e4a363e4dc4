package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Flow;
import dev.trapline.devicepath.GuestPorts;
import dev.trapline.work.Trail;
import java.util.function.Consumer;

/** Work that a request of another guest has come to: on the trail of that request, between its being asked and its reply. */
final class Call extends Request {
    private final GuestPorts caller;
    private final Flow connection;
    private final long requestBytes;
    private final long replyBytes;
    private final Consumer<Carrier> answered;
    private Trail.Mark arrival;

    /**
     * One that has not been asked yet.
     *
     * @param trail of the request that waits for it
     * @param caller to whom the reply goes
     * @param answered is told by the activity of the caller's guest that receives the reply
     */
    Call(
            long client,
            long index,
            Trail trail,
            GuestPorts caller,
            Flow connection,
            long requestBytes,
            long replyBytes,
            Consumer<Carrier> answered) {
        super(client, index, trail, () -> {});
        this.answered = answered;
        this.caller = caller;
        this.connection = connection;
        this.requestBytes = requestBytes;
        this.replyBytes = replyBytes;
    }

    /** On which it comes, and its reply goes. */
    Flow connection() {
        return connection;
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

    /** The reply is at the caller's guest, as this activity of it tells. */
    void answered(Carrier by) {
        answered.accept(by);
    }

    @Override
    Trail.Mark beginning() {
        return arrival;
    }
}
