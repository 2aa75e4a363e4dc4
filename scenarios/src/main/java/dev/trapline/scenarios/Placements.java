package dev.trapline.scenarios;

import dev.trapline.declare.Values;
import dev.trapline.scenarios.catalogue.Entry;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.spec.WorkloadSpec;
import dev.trapline.workload.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold between a scenario's hosts, the guests placed on them, and the groups that these call. */
final class Placements {
    private final Mapping scenario;
    private final Values values;
    private final Problems problems;
    private final List<String> hosts;
    private final Map<String, List<String>> calls = new LinkedHashMap<>();

    /** @param values of the scenario, its shapes checked */
    Placements(Mapping scenario, Values values, Problems problems) {
        this.scenario = scenario;
        this.values = values;
        this.problems = problems;
        hosts = values.list("hosts", Values.class).stream().map(host -> host.text("name")).toList();
    }

    /** The hosts on which a group's guests are placed in turn; none: the only one. */
    static List<String> hosts(Values guest) {
        if (!guest.has("on")) {
            return List.of();
        }
        return guest.get("on") instanceof String host ? List.of(host) : guest.list("on", String.class);
    }

    void check() {
        machines();
        fixedPlatforms();
        List<Values> guests = values.list("guests", Values.class);
        for (int i = 0; i < guests.size(); i++) {
            placement(guests.get(i), item("guests", i));
        }
        guests.forEach(guest -> calls.put(guest.text("name"), Workloads.called(workload(guest))));
        for (int i = 0; i < guests.size(); i++) {
            calls(guests.get(i), item("guests", i));
        }
    }

    private void machines() {
        if (values.has("hosts") == values.has("machine")) {
            problems.add(scenario.place(), "", "needs either 'machine' or 'hosts', got " + (values.has("machine") ? "both" : "neither"));
        }
        if (values.has("network") && !values.has("hosts")) {
            problems.add(place("network"), "network", "is between hosts, and there is one machine");
        }
    }

    private void fixedPlatforms() {
        List<Values> all = values.list("hosts", Values.class);
        boolean compared = all.isEmpty();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get("platform") instanceof Entry platform) {
                if (platform.spec(List.class).size() > 1) {
                    problems.add(
                            place(item("hosts", i), "platform"), path("hosts", all.get(i)) + ".platform",
                            "a platform with variants can only be compared, got " + Wording.quoted(platform.label()));
                }
            } else {
                compared = true;
            }
        }
        if (!compared) {
            problems.add(place("hosts"), "hosts", "at least one must have the platform 'compared', or there is nothing to compare");
        }
    }

    private void placement(Values guest, LocatedNode written) {
        String path = path("guests", guest);
        if (!guest.has("on")) {
            if (!hosts.isEmpty()) {
                problems.add(written.place(), path, "missing key 'on': one of the hosts, or a list of them, " + Wording.anyOf(hosts));
            }
            return;
        }
        Place place = place(written, "on");
        if (hosts.isEmpty()) {
            problems.add(place, path + ".on", "names a host, and there is one machine: say 'hosts' instead of 'machine'");
        } else if (hosts(guest).isEmpty()) {
            problems.add(place, path + ".on", "needs at least one host");
        }
        for (String host : hosts(guest)) {
            if (!hosts.isEmpty() && !hosts.contains(host)) {
                problems.add(
                        place, path + ".on", "must be " + Wording.anyOf(hosts) + ", got " + Wording.quoted(host)
                                + Wording.didYouMean(host, hosts));
            }
        }
    }

    private void calls(Values guest, LocatedNode written) {
        String path = path("guests", guest) + ".workload";
        Place place = place(written, "workload");
        for (String group : calls.get(guest.text("name"))) {
            if (!calls.containsKey(group)) {
                problems.add(place, path, "calls a guest group that is not there, got " + Wording.quoted(group)
                        + Wording.didYouMean(group, List.copyOf(calls.keySet())));
            } else if (!answers(group)) {
                problems.add(place, path, "calls " + Wording.quoted(group) + ", whose workload must be of kind 'service' for that");
            }
        }
        cycle(guest.text("name")).ifPresent(cycle ->
                problems.add(place, path, "calls must not come back to their group, got " + String.join(" calls ", cycle)));
    }

    /** The shortest way by which calls of a group come back to it. */
    private Optional<List<String>> cycle(String group) {
        List<List<String>> ways = new ArrayList<>(List.of(List.of(group)));
        for (int i = 0; i < ways.size(); i++) {
            List<String> way = ways.get(i);
            for (String next : calls.getOrDefault(way.get(way.size() - 1), List.of())) {
                List<String> longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(group)) {
                    return Optional.of(longer);
                }
                if (!way.contains(next)) {
                    ways.add(longer);
                }
            }
        }
        return Optional.empty();
    }

    private boolean answers(String group) {
        return values.list("guests", Values.class).stream()
                .filter(guest -> guest.text("name").equals(group))
                .allMatch(guest -> Workloads.answersCalls(workload(guest)));
    }

    private static Values workload(Values guest) {
        return ((Entry) guest.get("workload")).spec(WorkloadSpec.class).values();
    }

    private static String path(String list, Values item) {
        return list + "." + item.text("name");
    }

    private LocatedNode item(String list, int index) {
        return scenario.find(list).orElse(null) instanceof Sequence items ? items.items().get(index) : scenario;
    }

    private Place place(String key) {
        return place(scenario, key);
    }

    private static Place place(LocatedNode node, String key) {
        return node instanceof Mapping mapping && mapping.has(key) ? mapping.entries().get(key).value().place() : node.place();
    }
}
