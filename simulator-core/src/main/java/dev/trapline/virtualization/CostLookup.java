package dev.trapline.virtualization;

import dev.trapline.spec.Cost;
import dev.trapline.spec.CostBook;
import java.util.List;
import java.util.Optional;

/** Finds a cost by name: in the platform's book first, then in the operating system's, then in the CPU's. */
public record CostLookup(String reader, List<CostBook> books) {
    public CostLookup {
        books = List.copyOf(books);
    }

    public Optional<Cost> find(String name) {
        for (CostBook book : books) {
            Optional<Cost> cost = book.find(name);
            if (cost.isPresent()) {
                return cost;
            }
        }
        return Optional.empty();
    }

    /** The cost of an operation under a prefix: its own, or that of the operation that it is a kind of. */
    Optional<Cost> findFor(String prefix, Operation operation) {
        return find(prefix + operation.word()).or(() -> find(prefix + operation.plain().word()));
    }

    public Cost get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(
                reader + ": no cost named '" + name + "' in the platform, the operating system or the CPU"));
    }
}
