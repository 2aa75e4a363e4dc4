package dev.trapline.work;

/**
 * Looks on what the cores, contexts, devices and queues of one host do, and changes nothing of it. Nobody looks on unless a
 * timeline is asked for; whoever would tell an onlooker then finds none.
 */
public interface Onlooker {
    /** A context has just gone over from one state to another. */
    void moved(Context context, Context.State from, Context.State to);

    /**
     * So much of an activity's work was done from one instant to another; what it was is told next by {@link #did}.
     *
     * @param on the context that did it; null: the core did it on top of whatever it runs
     * @param trail the request's whose progress it was, or null
     * @param picos how much work; less than the time it took where the core ran at less than full speed
     */
    void works(Core core, Context on, Activity activity, Trail trail, long from, long until, long picos);

    /** The next {@code picos} of it were done in this slot. */
    void did(int slot, long picos);

    /**
     * A device took an operation at this instant, of which it may tell later.
     *
     * @param operation whatever tells it from others that are there at the same time
     * @param trail the request's whose progress it is, or null
     */
    void enters(String device, String what, Object operation, Trail trail, long at);

    /** The operation's time at its device, until this instant, was spent so. */
    void spent(Object operation, String how, long until);

    /** Its device ended the operation at this instant. */
    void leaves(Object operation, long at);

    /** So many wait in a queue from now on. */
    void waiting(String queue, int count);
}
