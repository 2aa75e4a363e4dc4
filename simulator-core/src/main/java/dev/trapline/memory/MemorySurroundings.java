package dev.trapline.memory;

import dev.trapline.random.KeyedSource;
import dev.trapline.work.Price;
import dev.trapline.work.Processors;

/**
 * What a memory policy works with.
 *
 * @param scan what looking at one page for sharing costs
 */
public record MemorySurroundings(HostMemory memory, Processors processors, Price scan, long seed, int replication) {

    /** A source of draws for one purpose. */
    KeyedSource draws(String purpose) {
        return new KeyedSource(seed, replication, KeyedSource.path("memory/" + purpose));
    }
}
