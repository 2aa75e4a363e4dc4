package dev.trapline.scheduler;

/** A vCPU as a member of its guest's gang. */
final class GangMember {
    /** What it does: a resting one is idle, and in the way of nobody. */
    enum State {
        RESTS,
        WAITS,
        RUNS
    }

    final Competitor competitor;
    final Gang gang;
    State state = State.RESTS;
    /** How long it waited while another member ran, less how long it ran while another waited. */
    long lagPicos;
    /** Without it the gang does not start again. */
    boolean isRequired;
    /** The core on which it is about to start with others, or -1. */
    int promisedTo = -1;

    GangMember(Competitor competitor, Gang gang) {
        this.competitor = competitor;
        this.gang = gang;
    }
}
