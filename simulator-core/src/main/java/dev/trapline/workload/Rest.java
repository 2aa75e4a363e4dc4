package dev.trapline.workload;

import dev.trapline.declare.DrawnQuantity;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.random.Distribution;
import dev.trapline.work.Place;

/** Times for which a worker sleeps, drawn for each: nobody computes, and of whom it waits for no more than the time is known. */
final class Rest {
    private final int step;
    private final Distribution length;
    private final int slot;
    private final Timer timer;
    private Worker sleeper;

    /** @param step by which its draws are keyed */
    Rest(int step, DrawnQuantity length, Setting setting) {
        this.step = step;
        this.length = Drawn.of(length);
        slot = setting.guest().pricing().slots().service(Place.OUTSIDE, "think");
        timer = setting.simulation().newTimer(setting.guest().name() + " rest in step " + step, Phase.ARRIVE, this::over);
    }

    /** Lets the worker, which is about to sleep, go on after the {@code index}-th time of its present client. */
    void begin(Worker worker, long index) {
        sleeper = worker;
        timer.armAfter((long) length.sample(worker.setting().drawsOf(worker.request().client(), index, step)));
    }

    private void over() {
        sleeper.request().trail().until(sleeper.setting().simulation().now(), slot);
        sleeper.wake();
    }
}
