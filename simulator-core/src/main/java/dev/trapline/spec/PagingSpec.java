package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an operating system manages its memory.
 *
 * @param kernelBytes what its kernel and system programs keep for themselves whatever the memory
 * @param kernelBytesPerPage what its kernel keeps for each page of memory: the description of the page, its part of hash
 *     tables that are sized at boot
 * @param readAheadBytes how much of a file it reads with what is needed when it is read in order
 * @param clusterPages how many slots of its swap area it reads with the one that is needed
 * @param batchPages how many pages it reclaims at a time
 */
public record PagingSpec(long kernelBytes, double kernelBytesPerPage, long readAheadBytes, int clusterPages, int batchPages) {

    public static final Shape.Fields SHAPE = Shape.fields(
            "paging",
            "How an operating system manages its memory; matters to workloads that say what memory they use.",
            Shape.optional(
                    "kernel", Shape.bytes(), 16L << 20, "What kernel and system programs keep whatever the memory."),
            Shape.optional(
                    "kernel-per-page",
                    Shape.of(Dimension.NUMBER, 0, 4096),
                    72.0,
                    "Bytes that the kernel keeps for each page of memory: structures that are sized at boot."),
            Shape.optional("read-ahead", Shape.bytes(), 128L << 10, "What of a file is read with what is needed."),
            Shape.optional("swap-cluster", Shape.count(1, 1024), 8L, "Slots of its swap area read with the one needed."),
            Shape.optional("batch", Shape.count(1, 1024), 32L, "Pages that it reclaims at a time."));

    /** What holds where a file says nothing. */
    public static Values defaults() {
        Map<String, Object> held = new LinkedHashMap<>();
        SHAPE.keys().forEach(key -> held.put(key.name(), key.fallback()));
        return Values.of(held);
    }

    public static PagingSpec of(Values values) {
        return new PagingSpec(
                values.whole("kernel"),
                values.number("kernel-per-page"),
                values.whole("read-ahead"),
                values.count("swap-cluster"),
                values.count("batch"));
    }

    /** What the kernel keeps of so much memory. */
    public long kernelBytes(long memoryBytes, int pageBytes) {
        return kernelBytes + (long) (kernelBytesPerPage * (memoryBytes / pageBytes));
    }
}
