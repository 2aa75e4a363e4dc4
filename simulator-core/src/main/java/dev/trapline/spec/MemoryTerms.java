package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;

/**
 * What a guest may have of its machine's memory, and what is in its own before its workload begins.
 *
 * @param weight its shares of memory, relative to other guests
 * @param reserveBytes what nobody takes from it
 * @param limitBytes the most of the machine's memory that it has, whatever its own size; 0: no limit
 * @param balloon whether it has the platform's balloon driver
 * @param used whether all of its memory has been in use: what nothing else is in holds files that nobody reads any more
 * @param repeatedBytes pages whose contents repeat inside the guest
 * @param distinctBytes how many different contents those have; any guest with this operating system has the same
 * @param commonBytes pages that are different from each other, and the same in any guest with this operating system
 */
public record MemoryTerms(
        double weight,
        long reserveBytes,
        long limitBytes,
        boolean balloon,
        boolean used,
        long repeatedBytes,
        long distinctBytes,
        long commonBytes) {

    /** Neither a limit nor anything in particular inside. */
    public static final MemoryTerms NEUTRAL = new MemoryTerms(1, 0, 0, true, false, 0, 0, 0);

    public static final Shape.Fields SHARE = Shape.fields(
            "memory-share",
            "How a guest competes for the machine's memory.",
            Shape.optional("weight", Shape.of(Dimension.NUMBER, 0.001, 1000), 1.0, "Relative to the other guests."),
            Shape.optional("reserve", Shape.bytes(), 0L, "What nobody takes from it."),
            Shape.optional("limit", Shape.bytes(), 0L, "The most that it has of the machine's memory; 0 B: no limit."),
            Shape.optional("balloon", Shape.flag(), true, "Whether it has the platform's balloon driver."));

    public static final Shape.Fields CONTENTS = Shape.fields(
            "memory-contents",
            "What is in a guest's memory before its workload begins.",
            Shape.optional("used", Shape.flag(), false, "Whether all of it has been in use, the rest for files nobody reads."),
            Shape.optional("repeated", Shape.bytes(), 0L, "Pages whose contents repeat inside the guest."),
            Shape.optional("distinct", Shape.bytes(), 0L, "How many different contents those have."),
            Shape.optional("common", Shape.bytes(), 0L, "Further pages that every guest with its operating system has."));

    /** From the keys {@code memory-share} and {@code memory-contents} of a guest, either of which may be absent. */
    public static MemoryTerms of(Values guest) {
        boolean shares = guest.has("memory-share");
        boolean contents = guest.has("memory-contents");
        Values share = guest.values("memory-share");
        Values inside = guest.values("memory-contents");
        return new MemoryTerms(
                shares ? share.number("weight") : NEUTRAL.weight,
                shares ? share.whole("reserve") : 0,
                shares ? share.whole("limit") : 0,
                !shares || share.flag("balloon"),
                contents && inside.flag("used"),
                contents ? inside.whole("repeated") : 0,
                contents ? inside.whole("distinct") : 0,
                contents ? inside.whole("common") : 0);
    }

    /** Whether anything was said of the guest's memory beyond its size. */
    public boolean isNeutral() {
        return equals(NEUTRAL);
    }
}
