package dev.trapline.work;

/**
 * The port through which cores and contexts ask a scheduler. All calls are made at the instant of the change; a scheduler
 * answers by {@link #next}, and asks a core to think again by {@link Core#reschedule()}, which takes effect in the DECIDE
 * phase of the same instant.
 */
public interface Scheduling {
    /** A context will compete; called once for each before anything runs. */
    void admit(Context context);

    /** Everything is admitted and cores exist: timers may be armed. */
    void start();

    /** A blocked context has become ready. */
    void wake(Context context);

    /** A context that ran on the core has blocked. */
    void block(Context context, Core core);

    /** A context that ran on the core loses it but stays ready: its slice ended, or a reschedule was asked for. */
    void requeue(Context context, Core core);

    /** The context that runs on the core waits for another and lets the core go; by default it is queued again. */
    default void yields(Context context, Core core) {
        core.reschedule();
    }

    /**
     * Whether a ready context waits for this core and no other, so that whoever has it should not poll on it; a scheduler
     * that knows tells {@link Context#coreIsWanted} when one comes later.
     */
    default boolean isWanted(Core core) {
        return false;
    }

    /** Which ready context runs on the core next; null leaves it idle. The scheduler takes it out of its queue. */
    Context next(Core core);

    /** How long it may run before {@link #requeue}, in picoseconds; {@code Long.MAX_VALUE} without end. */
    long slice(Context context, Core core);
}
