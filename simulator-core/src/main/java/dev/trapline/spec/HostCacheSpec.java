package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;
import java.util.OptionalLong;

/**
 * The cache in its host's memory of the files that guests' disks are.
 *
 * @param modes how files can be opened; the first is what a guest has that asks for nothing
 * @param request the stages of an operation that goes by way of the cache
 * @param bytes its size; absent: the memory that nobody else has
 * @param wakeUpPicos how often written pages are looked for that are due
 * @param agePicos after how long they are
 * @param background the part of the cache from which on they go to the disk however young
 * @param limit the part at which writers wait
 */
public record HostCacheSpec(
        List<String> modes,
        List<Values> request,
        OptionalLong bytes,
        long wakeUpPicos,
        long agePicos,
        double background,
        double limit) {
    public static final String NONE = "none";
    public static final String WRITE_BACK = "write-back";
    /** How a guest's file can be opened. */
    public static final List<String> MODES = List.of(NONE, "write-through", WRITE_BACK);
    private static final long SECOND = 1_000_000_000_000L;

    /** @param stages the shape of a path's stages */
    public static Shape shape(Shape stages) {
        return Shape.fields(
                "host-cache",
                "The cache in the host's memory of the files that guests' disks are.",
                Shape.required(
                        "modes",
                        Shape.listOf(new Shape.Choice(MODES)),
                        "How a file can be opened; the first is what a guest has that asks for nothing."),
                Shape.optional("request", Shape.listOf(stages), List.of(), "What an operation costs that goes by way of it."),
                Shape.optional("size", Shape.bytes(), null, "Its size; absent: the memory that neither guests nor the host have."),
                Shape.optional("wake-up", Shape.time(1, 1e15), 5 * SECOND, "How often written pages are looked for that are due."),
                Shape.optional("age", Shape.time(1, 1e16), 30 * SECOND, "After how long a written page is due."),
                Shape.optional(
                        "background", Shape.ratio(), 0.1, "The part of it from which on written pages go to the disk however young."),
                Shape.optional("limit", Shape.ratio(), 0.2, "The part of it at which writers wait for the disk."));
    }

    public static HostCacheSpec of(Values values) {
        return new HostCacheSpec(
                values.list("modes", String.class),
                values.list("request", Values.class),
                values.has("size") ? OptionalLong.of(values.whole("size")) : OptionalLong.empty(),
                values.whole("wake-up"),
                values.whole("age"),
                values.number("background"),
                values.number("limit"));
    }

    /** How the file of a guest is opened that asks for this, or for nothing. */
    public String mode(String wish) {
        return wish.isEmpty() ? modes.get(0) : wish;
    }
}
