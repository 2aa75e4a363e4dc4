package dev.trapline.engine;

/** What a model does when one of its timers expires. */
@FunctionalInterface
public interface Action {

    void run();
}
