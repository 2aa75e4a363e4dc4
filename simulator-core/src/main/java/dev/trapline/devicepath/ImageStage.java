package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.ArrayList;
import java.util.List;

/** The place in a disk's path where the stages of the image format stand that the guest's disk has. */
public final class ImageStage {
    private static final String KEY = "image";

    static final Component<Stage> COMPONENT = new Component<>(
            KEY,
            "The place of the stages that the platform's `images` list for the format of the guest's disk.",
            "",
            List.of(Shape.required(KEY, Shape.choice("stages"), "What comes here.")),
            values -> route -> {});

    private ImageStage() {}

    /** Whether there is such a place among stages. */
    public static boolean isAmong(List<Values> stages) {
        return stages.stream().anyMatch(stage -> stage.has(KEY));
    }

    /** The stages with those of an image format in their place. */
    public static List<Values> with(List<Values> stages, List<Values> ofFormat) {
        List<Values> all = new ArrayList<>();
        for (Values stage : stages) {
            all.addAll(stage.has(KEY) ? ofFormat : List.of(stage));
        }
        return all;
    }
}
