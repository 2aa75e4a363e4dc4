package dev.trapline.run;

/** Is told how far a run is; called by one thread at a time. */
@FunctionalInterface
public interface Progress {
    void finished(int runs, int of, long events);

    /** Tells nobody. */
    Progress NONE = (runs, of, events) -> {};
}
