package dev.trapline.workload;

/** A part of a request that a worker carries out. */
interface Step {
    /** What a worker does after a step has begun. */
    enum Next {
        /** A piece of work was written; the step has ended when the piece has. */
        WORKS,
        /** The worker sleeps until somebody lets it go on. */
        SLEEPS,
        /** The step is over, or goes on without the worker. */
        GOES_ON
    }

    /** Begins for the worker's present request. */
    Next begin(Worker worker);

    /** Whether the request comes in over the network; only its first step may. */
    default long arrivingBytes() {
        return -1;
    }

    /** Whether the answer goes out over the network, so that the request ends at the far end. */
    default boolean answers() {
        return false;
    }

    /** How long an answer is that goes out over the network. */
    default long answeringBytes() {
        return 0;
    }

    /** Whether each request opens a connection of its own for it. */
    default boolean connects() {
        return false;
    }

    /** Whether question and answer are a datagram each, which nobody acknowledges. */
    default boolean comesAsDatagram() {
        return false;
    }

    /** How many exchanges of question and answer a request consists of. */
    default int exchanges() {
        return 1;
    }
}
