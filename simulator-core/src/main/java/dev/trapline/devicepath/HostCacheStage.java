package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.ArrayList;
import java.util.List;

/** The places in a disk's path where its host's cache is looked into, and where what it answers goes on. */
public final class HostCacheStage {
    private static final String KEY = "host-cache";
    private static final String LOOKS = "looks";

    static final Component<Stage> COMPONENT = new Component<>(
            KEY,
            "Where the host's cache is looked into, and where what it answers goes on; nothing for a guest's disk that is not cached.",
            "",
            List.of(Shape.required(
                    KEY,
                    Shape.choice(LOOKS, "answers"),
                    "looks: in `request`, what the cache answers goes no further; answers: in `completion`, there it goes on.")),
            values -> values.text(KEY).equals(LOOKS)
                    ? route -> route.hop(looking(route.surroundings().ports()))
                    : RouteBuilder::joins);

    private HostCacheStage() {}

    private static Hop looking(GuestPorts ports) {
        return (transfer, by) -> {
            if (ports.answers(transfer)) {
                ports.answer(transfer, by);
            } else {
                transfer.goOn(by);
            }
        };
    }

    /** Whether the cache is looked into among stages. */
    public static boolean isAmong(List<Values> stages) {
        return stages.stream().anyMatch(stage -> stage.has(KEY));
    }

    /** The stages of a disk that is cached, with what the cache costs before it is looked into. */
    public static List<Values> with(List<Values> stages, List<Values> ofCache) {
        List<Values> all = new ArrayList<>();
        for (Values stage : stages) {
            if (stage.text(KEY, "").equals(LOOKS)) {
                all.addAll(ofCache);
            }
            all.add(stage);
        }
        return all;
    }

    /** The stages of a disk that is not. */
    public static List<Values> without(List<Values> stages) {
        return stages.stream().filter(stage -> !stage.has(KEY)).toList();
    }
}
