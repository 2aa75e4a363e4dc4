package dev.trapline.scenarios.catalogue;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.spec.DeviceModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the parts of a platform must say of each other: names of paths, costs, executors and events that exist, and what its kind needs. */
final class PlatformRules {
    private final Set<String> delivered = new TreeSet<>();
    private final Mapping platform;
    private final String path;
    private final Problems problems;

    private PlatformRules(Mapping platform, String path, Problems problems) {
        this.platform = platform;
        this.path = path;
        this.problems = problems;
    }

    /** Checks a platform whose form is right. */
    static void check(Mapping platform, String path, Problems problems) {
        PlatformRules rules = new PlatformRules(platform, path, problems);
        rules.modes();
        rules.images();
        rules.worldSwitch();
        rules.kind();
        rules.schedulerRanges();
        rules.executors();
        rules.stages();
        rules.localParts();
        rules.events();
    }

    private void modes() {
        Set<String> paths = keys("paths");
        for (LocatedNode mode : items("modes")) {
            for (String device : List.of("network", "disk")) {
                named(mode, device, paths, "path");
                if (((Mapping) mode).find(device).orElse(null) instanceof Sequence offers) {
                    offers.items().forEach(offer -> named(offer, "path", paths, "path"));
                }
            }
        }
    }

    private void images() {
        for (String key : List.of("images", "image-layouts")) {
            if (platform.find(key).orElse(null) instanceof Mapping images) {
                images.entries().forEach((name, entry) -> {
                    if (!DeviceModels.IMAGES.contains(name)) {
                        problems.add(entry.place(), path, "no image format is called " + Wording.quoted(name)
                                + Wording.didYouMean(name, DeviceModels.IMAGES));
                    }
                });
            }
        }
    }

    private void worldSwitch() {
        platform.find("world-switch").ifPresent(costs -> {
            named(costs, "to-host", keys("costs"), "cost");
            named(costs, "to-guest", keys("costs"), "cost");
        });
    }

    private void kind() {
        boolean hosted = platform.text("kind").filter("hosted"::equals).isPresent();
        if (hosted && !platform.has("host-os")) {
            problems.add(platform.place(), path, "missing key 'host-os': a hosted platform runs on one");
        }
        if (!hosted && platform.has("host-os")) {
            problems.add(platform.entries().get("host-os").place(), path, "only a hosted platform has a 'host-os'");
        }
    }

    private void schedulerRanges() {
        Mapping scheduler = (Mapping) platform.find("scheduler").orElseThrow();
        if (platform.find("scheduler-ranges").orElse(null) instanceof Mapping ranges) {
            ranges.entries().forEach((name, entry) -> {
                if (!scheduler.has(name)) {
                    problems.add(entry.place(), path, "the scheduler is told no " + Wording.quoted(name)
                            + Wording.didYouMean(name, scheduler.entries().keySet()));
                }
            });
        }
    }

    private void executors() {
        if (platform.find("executors").orElse(null) instanceof Mapping executors) {
            executors.entries().forEach((name, entry) -> {
                Mapping executor = (Mapping) entry.value();
                String in = executor.text("in").orElse("");
                if (in.equals("driver-domain") && !platform.has("driver-domain")) {
                    problems.add(entry.place(), path, "executor " + Wording.quoted(name)
                            + " runs in a driver domain, but the platform has none");
                }
            });
        }
    }

    /** Executors and events that stages name. */
    private void stages() {
        Set<String> executors = keys("executors");
        Set<String> events = keys("events");
        platform.find("spin-wait").ifPresent(spinWait -> named(spinWait, "event", events, "event"));
        for (Mapping stage : allStages()) {
            named(stage, "executor", executors, "executor");
            named(stage, "deliver", events, "event");
            stage.text("deliver").ifPresent(delivered::add);
            if (stage.text("delay").filter(delay -> !Character.isDigit(delay.charAt(0))).isPresent()) {
                named(stage, "delay", keys("delays"), "delay");
            }
        }
    }

    /** A path that says how guests of one host send to each other says how they receive. */
    private void localParts() {
        ((Mapping) platform.find("paths").orElseThrow()).entries().forEach((name, entry) -> {
            Mapping parts = (Mapping) entry.value();
            if (parts.has("local-transmit") != parts.has("local-receive")) {
                problems.add(entry.place(), path, "path " + Wording.quoted(name) + " needs both 'local-transmit' and 'local-receive'");
            }
        });
    }

    /** An event that nothing raises is most often a slip. */
    private void events() {
        Set<String> known = new TreeSet<>(Vocabulary.EVENTS);
        known.addAll(Vocabulary.PROBES);
        known.addAll(delivered);
        if (platform.find("events").orElse(null) instanceof Mapping events) {
            events.entries().forEach((name, entry) -> {
                if (!known.contains(name)) {
                    problems.add(entry.place(), path, "nothing raises an event " + Wording.quoted(name)
                            + Wording.didYouMean(name, known));
                }
            });
        }
    }

    private List<Mapping> allStages() {
        List<Mapping> stages = new ArrayList<>();
        for (String key : List.of("paths", "images")) {
            if (platform.find(key).orElse(null) instanceof Mapping lists) {
                lists.entries().values().forEach(named -> ((Mapping) named.value()).entries().values().forEach(
                        part -> ((Sequence) part.value()).items().forEach(stage -> stages.add((Mapping) stage))));
            }
        }
        if (platform.find("host-cache").flatMap(cache -> ((Mapping) cache).find("request")).orElse(null) instanceof Sequence request) {
            request.items().forEach(stage -> stages.add((Mapping) stage));
        }
        return stages;
    }

    private void named(LocatedNode mapping, String key, Set<String> known, String what) {
        Optional<LocatedNode> value = ((Mapping) mapping).find(key);
        if (value.isPresent() && value.get() instanceof Scalar scalar && !known.contains(scalar.text())) {
            problems.add(scalar.place(), path, "no " + what + " of this platform is called " + scalar.inWords()
                    + Wording.didYouMean(scalar.text(), known));
        }
    }

    private Set<String> keys(String name) {
        return platform.find(name).orElse(null) instanceof Mapping mapping ? mapping.entries().keySet() : Set.of();
    }

    private Iterable<LocatedNode> items(String name) {
        return ((Sequence) platform.find(name).orElseThrow()).items();
    }
}
