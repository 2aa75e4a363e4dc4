package dev.trapline.engine;

/**
 * The turn in which a timer's action runs among those due at the same instant.
 *
 * <p>Instants coincide often: a time slice ends as the disk answers, a tick falls on the end of a computation. Without
 * phases the outcome of such a tie would hang on which model happened to arm its timer first. The order of the
 * constants is the order of execution.
 */
public enum Phase {

    /** Work in progress ends: first, so that what it held is free for whoever comes at the same instant. */
    COMPLETE,

    /** Requests, interrupts and wake-ups appear: after completions, so that none queues behind work that is done. */
    ARRIVE,

    /** Schedulers choose: after completions and arrivals, so that they see all that is ready and free. */
    DECIDE,

    /** Samples are taken: last, so that they see the state that lasts and not one that exists for no time. */
    OBSERVE
}
