package dev.trapline.declare;

import java.util.List;
import java.util.function.Function;

/**
 * A thing that a file can name and that declares itself: a scheduler, a technique, a path stage, a workload kind.
 *
 * @param name the word in files
 * @param sentence what it is
 * @param source where its behaviour is described, an identifier of the list of sources or a citation; may be empty
 * @param keys what it can be told
 * @param creator makes one from checked values
 */
public record Component<T>(
        String name, String sentence, String source, List<Shape.Key> keys, Function<Values, ? extends T> creator) {
    public Component {
        keys = List.copyOf(keys);
    }

    public T create(Values values) {
        return creator.apply(values);
    }
}
