package dev.trapline.run;

import dev.trapline.result.Timeline;

/**
 * One track of a timeline while it is taken down. Pieces of work in the same slot for the same request that follow each other at
 * once become one slice, which stays open until something else comes.
 */
final class TimelineTrack {
    private final Timeline timeline;
    private final int group;
    private final int number;
    private int depth;
    private String openName = "";
    private String openKind = "";
    private String openBy = "";
    private Object openFor;
    private long openUntil = -1;

    TimelineTrack(Timeline timeline, int group, int number, String name) {
        this.timeline = timeline;
        this.group = group;
        this.number = number;
        timeline.track(group, number, name);
    }

    Timeline.Point at(long instant) {
        return new Timeline.Point(group, number, instant);
    }

    /** A slice begins inside those that are open, and stays open. */
    void begin(long instant, String name, String kind, String by) {
        endPiece();
        timeline.begin(group, number, instant, name, kind, by);
        depth++;
    }

    /** The slice that was begun last ends. */
    void end(long instant) {
        endPiece();
        depth--;
        timeline.end(group, number, instant);
    }

    boolean isOpen() {
        return depth > 0;
    }

    /** Something was done from one instant to another; whether it is not just more of what was done before. */
    boolean piece(long from, long until, String name, String kind, String by, Object trail) {
        boolean same = openFor == trail && openName.equals(name) && openKind.equals(kind) && openBy.equals(by);
        boolean goesOn = same && openUntil == from;
        if (!goesOn) {
            endPiece();
            timeline.begin(group, number, from, name, kind, by);
            openName = name;
            openKind = kind;
            openBy = by;
            openFor = trail;
        }
        openUntil = until;
        return !goesOn;
    }

    /** Everything that is open ends. */
    void close(long instant) {
        endPiece();
        while (depth > 0) {
            end(instant);
        }
    }

    private void endPiece() {
        if (openUntil >= 0) {
            timeline.end(group, number, openUntil);
            openUntil = -1;
        }
    }
}
