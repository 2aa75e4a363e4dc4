package dev.trapline.workload;

import dev.trapline.work.Trail;

/** A unit of a guest's work: which client's, which of its requests, and where its time went so far. */
final class Request {
    private final int client;
    private final Trail trail;
    private final Runnable answered;
    private long index = -1;
    private int place = -1;

    /** @param answered is run when the request has been answered */
    Request(int client, int owner, Runnable answered) {
        this.client = client;
        this.answered = answered;
        trail = new Trail(owner);
    }

    /** Becomes the client's next request. */
    void begin(long next, long intendedArrival) {
        index = next;
        trail.begin(intendedArrival);
    }

    int client() {
        return client;
    }

    long index() {
        return index;
    }

    Trail trail() {
        return trail;
    }

    /** Its place among the requests inside; -1: it is not. */
    int place() {
        return place;
    }

    void placed(int among) {
        place = among;
    }

    void answered() {
        answered.run();
    }
}
