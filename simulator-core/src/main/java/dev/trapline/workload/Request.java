package dev.trapline.workload;

import dev.trapline.work.Trail;

/** A unit of a guest's work: which client's, which of its requests, and where its time went so far. */
class Request {
    private final long client;
    private final Trail trail;
    private final Runnable answered;
    private long index;

    /** @param answered is run when the request has been answered */
    Request(long client, int owner, Runnable answered) {
        this(client, 0, new Trail(owner), answered);
    }

    /** A request that other work of a client has come to, whose time its trail holds. */
    Request(long client, long index, Trail trail, Runnable answered) {
        this.client = client;
        this.index = index;
        this.trail = trail;
        this.answered = answered;
    }

    /** Becomes the client's next request. */
    void begin(long next, long intendedArrival) {
        index = next;
        trail.begin(intendedArrival);
    }

    long client() {
        return client;
    }

    long index() {
        return index;
    }

    Trail trail() {
        return trail;
    }

    void answered() {
        answered.run();
    }
}
