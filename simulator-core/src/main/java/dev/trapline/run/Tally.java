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

    /** One run is finished, with so many events. */
    synchronized void count(long more) {
        finished++;
        events += more;
        progress.finished(finished, expected, events);
    }

    synchronized long events() {
        return events;
    }
}
