package dev.trapline.guest;

import java.util.ArrayList;
import java.util.List;

/** A point that tasks of a guest pass together: each sleeps there until so many have come. */
public final class Barrier {
    private final int parties;
    private List<Runnable> asleep = new ArrayList<>();
    private List<Runnable> woken = new ArrayList<>();

    Barrier(int parties) {
        this.parties = parties;
    }

    /** Whether who comes now is the last, for whom the others wait. */
    public boolean isLast() {
        return asleep.size() == parties - 1;
    }

    /** A task sleeps until the last has come; then {@code wakeUp} is run. */
    public void sleep(Runnable wakeUp) {
        if (isLast()) {
            throw new IllegalStateException("the last of " + parties + " tasks at a barrier has nobody to wait for");
        }
        asleep.add(wakeUp);
    }

    /** The last has come. */
    public void open() {
        List<Runnable> passing = asleep;
        asleep = woken;
        woken = passing;
        for (int i = 0; i < passing.size(); i++) {
            passing.get(i).run();
        }
        passing.clear();
    }
}
