package dev.trapline.scheduler;

import java.util.ArrayList;
import java.util.List;

/** Waiting threads by priority, and by the order in which they came inside one. */
final class PriorityArray {
    private final List<TimesliceThread> threads = new ArrayList<>();

    boolean isEmpty() {
        return threads.isEmpty();
    }

    TimesliceThread first() {
        return threads.get(0);
    }

    void addLast(TimesliceThread thread) {
        int at = threads.size();
        while (at > 0 && threads.get(at - 1).priority() > thread.priority()) {
            at--;
        }
        threads.add(at, thread);
    }

    void addFirst(TimesliceThread thread) {
        int at = 0;
        while (at < threads.size() && threads.get(at).priority() < thread.priority()) {
            at++;
        }
        threads.add(at, thread);
    }

    void remove(TimesliceThread thread) {
        threads.remove(thread);
    }

    /** All are in this array now, as nobody is in the other. */
    void takeAll(PriorityArray other) {
        for (int i = 0; i < other.threads.size(); i++) {
            other.threads.get(i).expires(false);
        }
        threads.addAll(other.threads);
        other.threads.clear();
    }
}
