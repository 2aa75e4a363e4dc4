package dev.trapline.scheduler;

import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;

/** Makes the scheduler of one run; what a scheduler's declaration creates from the values in a file. */
@FunctionalInterface
public interface SchedulerFactory {
    Scheduling create(Processors processors);

    /** How many cores the run shows to the scheduler: more than there are only if it shares them in time by itself. */
    default int lanes(int cores, int contexts) {
        return cores;
    }
}
