package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reader of Chrome trace events that accepts only what the public description of the "Trace Event Format" (JSON object format;
 * duration, asynchronous, flow, counter and metadata events) allows, and reads as viewers do: events sorted by time, equal ones as in the file.
 */
final class TraceEvents {
    private static final Set<String> METADATA = Set.of("process_name", "process_sort_index", "thread_name", "thread_sort_index");

    private final Map<String, Deque<JsonNode>> open = new TreeMap<>();
    private final Map<Long, JsonNode> begun = new TreeMap<>();
    private final Map<String, String> tracks = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Map<String, JsonNode> openSpans = new TreeMap<>();
    private final List<String> spans = new ArrayList<>();
    private final List<JsonNode> slices = new ArrayList<>();
    private final List<String> arrows = new ArrayList<>();
    private final Set<String> arrowGroups = new TreeSet<>();
    private final Set<String> counters = new TreeSet<>();
    private double first = Double.MAX_VALUE;
    private double last;

    /** Reads a file; fails at the first event that is not as the format says. */
    static TraceEvents of(Path file) {
        TraceEvents events = new TraceEvents();
        JsonNode root = JsonMapper.shared().readTree(file);
        assertThat(root.isObject()).isTrue();
        assertThat(root.get("displayTimeUnit").asString()).isIn("ms", "ns");
        assertThat(root.get("traceEvents").isArray()).isTrue();
        Map<String, Double> latest = new TreeMap<>();
        List<JsonNode> timed = new ArrayList<>();
        for (JsonNode event : root.get("traceEvents")) {
            assertThat(event.get("ph").isString()).isTrue();
            assertThat(event.get("pid").isIntegralNumber()).isTrue();
            assertThat(event.get("tid").isIntegralNumber()).isTrue();
            if (event.get("ph").asString().equals("M")) {
                events.metadata(event);
            } else {
                assertThat(event.get("ts").isNumber()).isTrue();
                timed.add(event);
                if ("BE".contains(event.get("ph").asString())) {
                    double before = latest.merge(track(event), ts(event), (old, now) -> now >= old ? now : Double.NaN);
                    assertThat(before).as("time goes back at %s", event).isNotNaN();
                }
            }
        }
        timed.sort(Comparator.comparingDouble(TraceEvents::ts));
        timed.forEach(events::read);
        assertThat(events.open.values()).as("slices that do not end").allMatch(Deque::isEmpty);
        assertThat(events.openSpans).as("spans that do not end").isEmpty();
        assertThat(events.begun).as("arrows without a second end").isEmpty();
        return events;
    }

    private static double ts(JsonNode event) {
        return event.get("ts").asDouble();
    }

    private static String track(JsonNode event) {
        return event.get("pid").asInt() + "/" + event.get("tid").asInt();
    }

    private void metadata(JsonNode event) {
        String name = event.get("name").asString();
        assertThat(name).isIn(METADATA);
        if (name.endsWith("_name")) {
            assertThat(event.get("args").get("name").isString()).isTrue();
            String given = event.get("args").get("name").asString();
            Map<String, String> named = name.startsWith("process") ? groups : tracks;
            String key = name.startsWith("process") ? Integer.toString(event.get("pid").asInt()) : track(event);
            assertThat(named.put(key, given)).as("%s is named twice", key).isNull();
        } else {
            assertThat(event.get("args").get("sort_index").isIntegralNumber()).isTrue();
        }
    }

    private void read(JsonNode event) {
        first = Math.min(first, ts(event));
        last = Math.max(last, ts(event));
        switch (event.get("ph").asString()) {
            case "B" -> begin(event);
            case "E" -> assertThat(stack(event).pollLast()).as("ends without a beginning: %s", event).isNotNull();
            case "b" -> spanBegins(event);
            case "e" -> spanEnds(event);
            case "s" -> arrowBegins(event);
            case "f" -> arrowEnds(event);
            case "C" -> {
                assertThat(event.get("name").isString()).isTrue();
                assertThat(event.get("args").properties()).isNotEmpty().allMatch(it -> it.getValue().isNumber());
                assertThat(event.get("args").get("waiting").asLong()).isNotNegative();
                counters.add(event.get("name").asString());
            }
            default -> throw new AssertionError("unknown phase: " + event);
        }
    }

    private Deque<JsonNode> stack(JsonNode event) {
        return open.computeIfAbsent(track(event), absent -> new ArrayDeque<>());
    }

    private void begin(JsonNode event) {
        assertThat(event.get("name").isString()).isTrue();
        assertThat(event.get("cat").isString()).isTrue();
        assertThat(tracks).containsKey(track(event));
        assertThat(groups).containsKey(Integer.toString(event.get("pid").asInt()));
        stack(event).addLast(event);
        slices.add(event);
    }

    /** Asynchronous events of one category and id in a group nest like slices, and each end names what it ends. */
    private void spanBegins(JsonNode event) {
        assertThat(event.get("name").isString()).isTrue();
        assertThat(event.get("cat").isString()).isTrue();
        assertThat(event.get("id").isIntegralNumber()).isTrue();
        assertThat(event.get("args").isObject()).isTrue();
        assertThat(groups).containsKey(Integer.toString(event.get("pid").asInt()));
        JsonNode before = openSpans.put(spanKey(event), event);
        assertThat(before).as("spans of one id overlap: %s", event).isNull();
    }

    private void spanEnds(JsonNode event) {
        JsonNode start = openSpans.remove(spanKey(event));
        assertThat(start).as("a span ends before it began: %s", event).isNotNull();
        assertThat(event.get("name")).isEqualTo(start.get("name"));
        spans.add(event.get("name").asString());
    }

    private static String spanKey(JsonNode event) {
        return event.get("pid").asInt() + "/" + event.get("cat").asString() + "/" + event.get("id").asLong();
    }

    /** Names of spans, each as often as there is one. */
    List<String> spans() {
        return spans;
    }

    private void arrowBegins(JsonNode event) {
        assertThat(stack(event)).as("an arrow begins outside of any slice: %s", event).isNotEmpty();
        assertThat(begun.put(event.get("id").asLong(), event)).isNull();
    }

    private void arrowEnds(JsonNode event) {
        JsonNode start = begun.remove(event.get("id").asLong());
        assertThat(start).as("an arrow ends before it began: %s", event).isNotNull();
        assertThat(event.get("cat")).isEqualTo(start.get("cat"));
        assertThat(event.get("name")).isEqualTo(start.get("name"));
        assertThat(event.get("bp").asString()).isEqualTo("e");
        assertThat(stack(event)).as("an arrow ends outside of any slice: %s", event).isNotEmpty();
        arrows.add(trackName(start) + " > " + trackName(event));
        arrowGroups.add(groupName(start) + " > " + groupName(event));
    }

    private String trackName(JsonNode event) {
        return tracks.get(track(event));
    }

    private String groupName(JsonNode event) {
        return groups.get(Integer.toString(event.get("pid").asInt()));
    }

    /** From which group of tracks to which arrows lead. */
    Set<String> arrowGroups() {
        return arrowGroups;
    }

    List<String> arrows() {
        return arrows;
    }

    List<String> groups() {
        return List.copyOf(groups.values());
    }

    List<String> tracks() {
        return List.copyOf(tracks.values());
    }

    Set<String> counters() {
        return counters;
    }

    /** Names of slices on a track, each once. */
    Set<String> slicesOn(String track) {
        Set<String> names = new TreeSet<>();
        slices.stream()
                .filter(it -> track.equals(trackName(it)))
                .forEach(it -> names.add(it.get("name").asString()));
        return names;
    }

    /** Microseconds. */
    double first() {
        return first;
    }

    double last() {
        return last;
    }
}
