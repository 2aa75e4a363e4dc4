package dev.trapline.work;

/** In which order a context executes what it has to do: an earlier level goes before and interrupts a later one. */
public enum Level {
    /** The monitor or host process that serves the guest. */
    MONITOR,
    /** Hard interrupt handlers. */
    INTERRUPT,
    /** Deferred interrupt work: softirqs, tasklets, deferred procedure calls. */
    SOFTIRQ,
    /** Processes and threads. */
    TASK
}
