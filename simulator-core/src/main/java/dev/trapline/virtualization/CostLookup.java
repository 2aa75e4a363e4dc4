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
        return Optional.ofNullable(orNull(name));
    }

    private Cost orNull(String name) {
        for (int i = 0; i < books.size(); i++) {
            Cost cost = books.get(i).get(name);
            if (cost != null) {
                return cost;
            }
        }
        return null;
    }

    /** The cost of an operation under a prefix: its own, or that of the operation that it is a kind of. */
    Optional<Cost> findFor(String prefix, Operation operation) {
        return find(prefix + operation.word()).or(() -> find(prefix + operation.plain().word()));
    }

    public Cost get(String name) {
        Cost cost = orNull(name);
        if (cost == null) {
            throw new IllegalArgumentException(
                    reader + ": no cost named '" + name + "' in the platform, the operating system or the CPU");
        }
        return cost;
    }
}
