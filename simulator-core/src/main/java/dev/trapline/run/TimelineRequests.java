package dev.trapline.run;

import dev.trapline.result.Timeline;
import dev.trapline.workload.RequestOnlooker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The requests of all guest groups in a window: each is a span from its beginning to its answer, those of one client one after the
 * other. Where a client has several at a time (all that come by themselves belong to one) they lie on lanes side by side.
 */
final class TimelineRequests implements RequestOnlooker {
    static final int GROUP = 1;

    private final Timeline timeline;
    private final LongSupplier clock;
    private final Map<String, List<Lane>> clients = new LinkedHashMap<>();
    private final Map<Object, Lane> inside = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private long lanes;
    private boolean open;
    private long opened;

    TimelineRequests(Timeline timeline, LongSupplier clock) {
        this.timeline = timeline;
        this.clock = clock;
    }

    private static final class Lane {
        private final long id;
        private final String group;
        private final String name;
        private boolean isTaken;
        private long began;
        private long freeFrom;

        Lane(long id, String group, String name) {
            this.id = id;
            this.group = group;
            this.name = name;
        }
    }

    /** The window begins now. */
    void open() {
        open = true;
        opened = clock.getAsLong();
        timeline.group(GROUP, "requests");
        counts.forEach((group, count) -> timeline.count(GROUP, group + " inside", opened, count));
    }

    /** The window ends now: what is still inside is cut. */
    void close() {
        inside.values().forEach(lane -> span(lane, -1, ""));
        open = false;
    }

    @Override
    public void enters(String group, Object request, long client, long began) {
        String name = group + " client " + client;
        List<Lane> own = clients.computeIfAbsent(name, absent -> new ArrayList<>());
        Lane lane = own.stream()
                .filter(it -> !it.isTaken && it.freeFrom <= began)
                .findFirst()
                .orElseGet(() -> newLane(own, group, name));
        lane.isTaken = true;
        lane.began = began;
        inside.put(request, lane);
        count(group, 1);
    }

    private Lane newLane(List<Lane> own, String group, String name) {
        Lane lane = new Lane(++lanes, group, name);
        own.add(lane);
        return lane;
    }

    @Override
    public void leaves(Object request, long index, String kind) {
        Lane lane = inside.remove(request);
        span(lane, index, kind);
        lane.isTaken = false;
        lane.freeFrom = clock.getAsLong();
        count(lane.group, -1);
    }

    private void span(Lane lane, long index, String kind) {
        if (open) {
            timeline.span(GROUP, lane.id, Math.max(opened, lane.began), clock.getAsLong(), lane.name, index, kind);
        }
    }

    private void count(String group, int more) {
        int now = counts.merge(group, more, Integer::sum);
        if (open) {
            timeline.count(GROUP, group + " inside", clock.getAsLong(), now);
        }
    }
}
