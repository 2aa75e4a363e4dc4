package dev.trapline.engine;

/** What a model does when one of many alike {@link Timers} expires. */
@FunctionalInterface
public interface IndexedAction {

    /** Called with the timer's index, from 0. */
    void run(int index);
}
