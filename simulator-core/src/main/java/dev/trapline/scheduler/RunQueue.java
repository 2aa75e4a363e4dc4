package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads of a Linux host that run on one core or wait for it. Each of Linux's schedulers says in a class of its own
 * who goes next and for how long; none of them knows of other cores.
 */
abstract class RunQueue<T extends LinuxThread> {
    private final Core core;
    private final List<T> waiting = new ArrayList<>();
    private T running;
    private long load;

    RunQueue(Core core) {
        this.core = core;
    }

    final Core core() {
        return core;
    }

    /** Those that wait, in no order. */
    final List<T> waiting() {
        return waiting;
    }

    /** Who runs, or null. */
    final T running() {
        return running;
    }

    final boolean isEmpty() {
        return running == null && waiting.isEmpty();
    }

    /** The sum over all threads, the running one included. */
    final long load() {
        return load;
    }

    final int size() {
        return waiting.size() + (running == null ? 0 : 1);
    }

    /** A thread that slept comes from the queue it was in last; null if it was in none. */
    final void wakes(T thread, RunQueue<T> from, long now) {
        account(now);
        if (from != null && from != this) {
            from.account(now);
            from.leavesAsleep(thread);
            joinsAsleep(thread);
        }
        placeAwake(thread, now);
        add(thread, now);
    }

    /** A waiting thread leaves for another core. */
    final void departs(T thread, long now) {
        account(now);
        leaves(thread);
        waiting.remove(thread);
        load -= thread.load();
    }

    /** A waiting thread comes from another core. */
    final void arrives(T thread, long now) {
        account(now);
        joins(thread);
        add(thread, now);
    }

    private void add(T thread, long now) {
        waiting.add(thread);
        load += thread.load();
        thread.comesTo(core, now);
    }

    /** Lets the next one run; null if nobody waits. */
    final T start(long now) {
        if (waiting.isEmpty()) {
            return null;
        }
        T chosen = choose(now);
        waiting.remove(chosen);
        running = chosen;
        chosen.starts(now);
        return chosen;
    }

    /** The running thread loses the core and waits. */
    final void requeue(long now) {
        T thread = stop(now);
        putBack(thread, now);
        waiting.add(thread);
    }

    /** The running thread goes to sleep, or has to pause. */
    final void block(long now) {
        T thread = running;
        account(now);
        sleeps(thread, now);
        stop(now);
        load -= thread.load();
    }

    private T stop(long now) {
        T thread = running;
        account(now);
        thread.stops(now);
        running = null;
        return thread;
    }

    /** The running thread waits for something that others may bring about, and lets them go first. */
    abstract void yields(long now);

    /** A thread that waits here should go next, as one of its guest has let its core go; false if that is not known here. */
    boolean favours(T thread) {
        return false;
    }

    /** Whether of two that wait the first moves sooner to another core: the one that came to this one longer ago. */
    boolean movesBefore(T one, T other) {
        return one.cameAt() < other.cameAt();
    }

    /** Brings the account of the running thread up to date. */
    final void account(long now) {
        if (running != null) {
            ran(running, running.account(now));
        }
    }

    abstract void ran(T thread, long picos);

    /** A thread that is not in this queue wakes and will be. */
    abstract void placeAwake(T thread, long now);

    /** The running thread will no longer be in this queue. */
    abstract void sleeps(T thread, long now);

    /** A sleeping thread of this queue will wake in another one: makes its place independent of this queue. */
    void leavesAsleep(T thread) {}

    void joinsAsleep(T thread) {}

    /** A waiting thread goes to another queue: makes its place independent of this one. */
    abstract void leaves(T thread);

    /** A waiting thread from another queue gets its place in this one. */
    abstract void joins(T thread);

    /** The running thread gets its place among those that wait. */
    abstract void putBack(T thread, long now);

    /** Who of those that wait goes next. */
    abstract T choose(long now);

    /** Whether a waiting thread takes the core from the running one at once. */
    abstract boolean preempts(T thread, long now);

    /** When the running thread, if nothing changes, has had its slice. */
    abstract long sliceEnd(long now);
}
