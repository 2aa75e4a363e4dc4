package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.work.Trail;

/**
 * Work that a request of another guest has come to: on the trail of that request, between its being asked and its reply. It can be
 * made again once its reply is there and the task that carried it out has done with it.
 */
final class Call extends Request {
    private final CallStep caller;
    private final Message question = new Message() {
        @Override
        void delivered(Carrier by) {
            service.take(Call.this, by);
        }
    };
    private final Message reply = new Message() {
        @Override
        void delivered(Carrier by) {
            service.answered(Call.this);
            Worker worker = waiting;
            release();
            caller.answered(worker, by);
        }
    };
    private Service service;
    private Worker waiting;
    private int heldBy;

    /** @param caller whose reply it brings */
    Call(CallStep caller) {
        super(0, null, () -> {});
        this.caller = caller;
    }

    /**
     * Sends the question.
     *
     * @param client by whose name the called guest draws
     * @param index the number of this call among those of that name
     * @param by the caller's task, which waits for the reply
     */
    void ask(Service asked, long client, long index, Worker by) {
        becomes(client, index, by.request().trail());
        service = asked;
        waiting = by;
        heldBy = 2;
        question.send(caller.ports(), asked.ports(), caller.connection(), by, caller.requestBytes(), trail());
    }

    /** Sends the reply; the call ends when all of it is at the caller's guest. */
    void reply(Worker by) {
        reply.send(service.ports(), caller.ports(), caller.connection(), by, caller.replyBytes(), trail());
    }

    long requestBytes() {
        return caller.requestBytes();
    }

    long replyBytes() {
        return caller.replyBytes();
    }

    @Override
    void carriedOut() {
        release();
    }

    private void release() {
        if (--heldBy == 0) {
            caller.isOver(this);
        }
    }

    /** The trail goes on, as that of the request which waited for it. */
    @Override
    void over() {}
}
