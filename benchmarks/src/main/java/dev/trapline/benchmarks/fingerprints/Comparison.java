package dev.trapline.benchmarks.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was seen beside what was recorded: differences in results, and remarks about events. */
final class Comparison {
    static final String NOT_RECORDED = ": not recorded";

    private final List<String> failures = new ArrayList<>();
    private int cells;
    private int otherEvents;
    private long events;
    private long eventsRecorded;

    /** Of the runs of one kind of one scenario, all of which are there. */
    void add(List<Seen> seen, List<Seen> recorded) {
        for (Seen one : seen) {
            add(one, recorded.stream().filter(each -> each.cell().equals(one.cell())).findFirst());
        }
        for (Seen one : recorded) {
            if (seen.stream().noneMatch(each -> each.cell().equals(one.cell()))) {
                failures.add(one.cell() + ": recorded, and not run any more");
            }
        }
    }

    void add(Seen seen, Optional<Seen> recorded) {
        cells++;
        if (recorded.isEmpty()) {
            failures.add(seen.cell() + NOT_RECORDED);
            return;
        }
        Seen before = recorded.get();
        if (!before.results().equals(seen.results())) {
            failures.add(seen.cell() + ": results are " + seen.results() + ", recorded " + before.results());
        } else if (before.millis() != seen.millis()) {
            failures.add(seen.cell() + ": run for " + seen.millis() + " ms, recorded " + before.millis());
        }
        if (before.events() != seen.events() || !before.eventsHash().equals(seen.eventsHash())) {
            otherEvents++;
        }
        events += seen.events();
        eventsRecorded += before.events();
    }

    List<String> failures() {
        return failures;
    }

    /** A sentence about events, which may change. */
    String events() {
        return otherEvents == 0
                ? "events are those recorded, " + events
                : "events changed in " + otherEvents + " of " + cells + ": " + events + " where " + eventsRecorded
                        + " were recorded";
    }

    int cells() {
        return cells;
    }
}
