package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.devicepath.Transfer;
import dev.trapline.work.Block;
import dev.trapline.work.Level;
import dev.trapline.work.Meter;
import dev.trapline.work.NodeMemory;
import dev.trapline.work.Trail;
import java.util.ArrayDeque;

/** A task of a guest that carries out requests, one after the other, step by step. */
final class Worker extends Carrier {
    /** Where a task that is done finds what to do next. */
    interface Source {
        Source NONE = worker -> null;

        /** The next request for this task, or null. */
        Request next(Worker worker);
    }

    private final int number;
    private final Step[] steps;
    private final Setting setting;
    private final Source source;
    private final ArrayDeque<Request> queue = new ArrayDeque<>(1);
    private Request request;
    private int next;
    private boolean asleep;
    private boolean preemptionDisabled;
    private int expected;
    private final WakeUps wakeUps;
    private final Transfer.End wakes = (done, by) -> wake(by);

    Worker(int number, Step[] steps, Setting setting) {
        this(number, steps, setting, Source.NONE);
    }

    Worker(int number, Step[] steps, Setting setting, Source source) {
        super(
                setting.guest().name() + " task " + number,
                Level.TASK,
                setting.guest().vcpuOf(number).agenda(),
                setting.simulation());
        this.number = number;
        this.steps = steps;
        this.setting = setting;
        this.source = source;
        wakeUps = new WakeUps(this, setting.guest(), agenda().context());
    }

    int number() {
        return number;
    }

    /** Another request for it, of which this activity tells it; null: nobody in its guest. */
    void assign(Request another, Carrier by) {
        expected++;
        wakeUps.begins(by, another);
    }

    /** It knows of another request. */
    void has(Request another) {
        expected--;
        another.trail().waitIn(agenda().context(), now());
        queue.addLast(another);
        if (!asleep) {
            raise();
        }
    }

    boolean isFree() {
        return request == null && expected == 0 && queue.isEmpty();
    }

    Request request() {
        return request;
    }

    /** What it waited for has come, as this activity tells it; null: nobody in its guest. */
    void wake(Carrier by) {
        wakeUps.goesOn(by);
    }

    /** Wakes it as soon as what it sent out has ended. */
    Transfer.End wakes() {
        return wakes;
    }

    /** What it waited for has come. */
    void wake() {
        asleep = false;
        request.trail().waitIn(agenda().context(), now());
        raise();
    }

    /** The present step is not over: it begins once more when the worker goes on. */
    void again() {
        next--;
    }

    /** From now on other tasks of its guest may or may not take its turn. */
    void disablePreemption(boolean disabled) {
        preemptionDisabled = disabled;
    }

    @Override
    protected boolean disablesPreemption() {
        return preemptionDisabled;
    }

    /** What is left of its piece of work, which is returned in picoseconds, will not be done. */
    long stopPiece() {
        return cutShort();
    }

    /** Whether a core works on its piece at this instant. */
    boolean isOnCore() {
        return isExecuting();
    }

    /** Which part of its guest's memory is on other nodes than the core that it runs on. */
    double remoteShare() {
        NodeMemory memory = agenda().context().memory();
        return memory == null ? 0 : memory.remoteShare(agenda().context().core().socket(), now());
    }

    Meter pays() {
        return meter();
    }

    Block piece() {
        return block();
    }

    @Override
    protected Trail awaited() {
        if (asleep) {
            return null;
        }
        Request first = request != null ? request : queue.peekFirst();
        return first == null ? null : first.trail();
    }

    @Override
    protected boolean work() {
        if (asleep) {
            return false;
        }
        if (wakeUps.takes(meter(), block())) {
            serve(awaited());
            return true;
        }
        if (request == null) {
            request = queue.pollFirst();
            next = 0;
            if (request == null) {
                return false;
            }
        }
        if (next == steps.length) {
            finish();
            return true;
        }
        serve(request.trail());
        switch (steps[next++].begin(this)) {
            case SLEEPS -> asleep = true;
            case WORKS, GOES_ON -> {}
        }
        return true;
    }

    private void finish() {
        Request done = request;
        request = null;
        if (steps.length == 0 || !steps[steps.length - 1].answers()) {
            settle(done.trail(), now());
            done.answered();
        }
        done.carriedOut();
        request = source.next(this);
        next = 0;
    }

    Setting setting() {
        return setting;
    }
}
