package dev.trapline.run;

/** Counts finished runs and their events over all threads. */
final class Tally {
    private final Progress progress;
    private int expected;
    private int finished;
    private long events;

    Tally(int expected, Progress progress) {
        this.expected = expected;
        this.progress = progress;
    }

    synchronized void more(int runs) {
        expected += runs;
    }

    synchronized Observation count(Observation observation) {
        finished++;
        events += observation.events();
        progress.finished(finished, expected, events);
        return observation;
    }

    synchronized long events() {
        return events;
    }
}
