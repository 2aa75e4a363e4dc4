package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.result.Timeline;
import dev.trapline.work.Trail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tracks of one host's devices. Each operation is a slice from when its device took it until it ended it, with what that time
 * was spent on inside; operations that are there at the same time lie on lanes side by side.
 */
final class TimelineDevices {
    private final Timeline timeline;
    private final TimelineArrows arrows;
    private final int group;
    private final int counters;
    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Map<Object, Operation> operations = new LinkedHashMap<>();
    private int tracks;
    private boolean open;
    private long opened;

    TimelineDevices(Timeline timeline, TimelineArrows arrows, int group, int counters) {
        this.timeline = timeline;
        this.arrows = arrows;
        this.group = group;
        this.counters = counters;
    }

    private static final class Device {
        private final String name;
        private final List<Operation> lanes = new ArrayList<>();
        private final List<TimelineTrack> tracks = new ArrayList<>();
        private int inside;

        Device(String name) {
            this.name = name;
        }

        int takeLane(Operation operation) {
            inside++;
            int free = lanes.indexOf(null);
            if (free < 0) {
                lanes.add(operation);
                return lanes.size() - 1;
            }
            lanes.set(free, operation);
            return free;
        }
    }

    private static final class Operation {
        private final Device device;
        private final String what;
        private final Trail trail;
        private final int lane;
        private final long since;
        private long spentUntil;

        Operation(Device device, String what, Trail trail, long now) {
            this.device = device;
            this.what = what;
            this.trail = trail;
            since = now;
            spentUntil = now;
            lane = device.takeLane(this);
        }
    }

    void open(long now) {
        open = true;
        opened = now;
        for (Device device : devices.values()) {
            device.lanes.stream().filter(operation -> operation != null).forEach(operation -> begin(operation, now));
            count(device, now);
        }
    }

    void close(long now) {
        for (Device device : devices.values()) {
            device.tracks.stream().filter(track -> track != null).forEach(track -> track.close(now));
        }
        open = false;
    }

    private TimelineTrack track(Device device, int lane) {
        while (device.tracks.size() <= lane) {
            int number = device.tracks.size() + 1;
            device.tracks.add(new TimelineTrack(
                    timeline, group, tracks++, device.name + (number == 1 ? "" : " (" + number + ")")));
        }
        return device.tracks.get(lane);
    }

    private void begin(Operation operation, long now) {
        TimelineTrack track = track(operation.device, operation.lane);
        track.begin(now, operation.what, "operation", "");
        if (operation.trail != null) {
            arrows.comes(operation.trail, track, now);
        }
    }

    private void count(Device device, long now) {
        timeline.count(counters, device.name, now, device.inside);
    }

    void enters(String name, String what, Object key, Trail trail, long now) {
        Operation operation = new Operation(devices.computeIfAbsent(name, Device::new), what, trail, now);
        operations.put(key, operation);
        if (open) {
            begin(operation, now);
            count(operation.device, now);
        }
    }

    void spent(Object key, String how, long until) {
        Operation operation = operations.get(key);
        long from = Math.max(opened, operation.spentUntil);
        operation.spentUntil = until;
        if (open && until > from) {
            track(operation.device, operation.lane).piece(from, until, how, "device", "", operation.trail);
        }
    }

    void leaves(Object key, long now) {
        Operation operation = operations.remove(key);
        Device device = operation.device;
        device.lanes.set(operation.lane, null);
        device.inside--;
        if (open) {
            TimelineTrack track = track(device, operation.lane);
            track.end(now);
            count(device, now);
            long since = Math.max(opened, operation.since);
            if (operation.trail != null && now - since >= Time.PICOS_PER_NANO) {
                arrows.wasHere(operation.trail, track, since, now);
            }
        }
    }
}
