package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.result.Timeline;
import dev.trapline.work.Trail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Where each request was seen last in a window, so that an arrow follows it when it is seen on another track. An arrow is drawn
 * when its second end is there, so none lacks one.
 */
final class TimelineArrows {
    /** An arrow begins so long before the end of its slice, or in the middle of a shorter one: readers round to nanoseconds. */
    private static final long BEFORE_THE_END = 10 * Time.PICOS_PER_NANO;

    private final Timeline timeline;
    private final IntFunction<String> names;
    private final Map<Trail, Seen> seen = new LinkedHashMap<>();

    /** @param names of the owners of requests */
    TimelineArrows(Timeline timeline, IntFunction<String> names) {
        this.timeline = timeline;
        this.names = names;
    }

    /** A request, known by when it began, was last seen here. */
    private record Seen(long began, TimelineTrack track, long from, long until) {
        Timeline.Point end() {
            return track.at(until - Math.min((until - from) / 2, BEFORE_THE_END));
        }
    }

    /** A slice for a request begins here. */
    void comes(Trail trail, TimelineTrack track, long instant) {
        Seen last = seen.get(trail);
        if (last != null && last.began() == trail.start() && last.track() != track) {
            timeline.arrow(names.apply(trail.owner()), last.end(), track.at(instant));
        }
    }

    /** A slice for a request was here, long enough to be seen. */
    void wasHere(Trail trail, TimelineTrack track, long from, long until) {
        seen.put(trail, new Seen(trail.start(), track, from, until));
    }
}
