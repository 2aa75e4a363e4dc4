package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.spec.Basis;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which platforms are but other names of the engine that they extend: those that state fewer than five costs or rules of
 * their own with a source. What is inherited does not count, nor what is assumed.
 */
final class Aliases {
    /** With fewer a platform is judged as its engine. */
    static final int FEWEST = 5;

    private static final Set<String> NO_SOURCES = Set.of("assumption", "field-knowledge");
    private static final int DEEPEST = 32;

    private final Function<String, Optional<Mapping>> written;

    /** @param written the file of a platform, as it is written */
    Aliases(Function<String, Optional<Mapping>> written) {
        this.written = written;
    }

    /** The engine that a platform is another name of; itself if it has none and too few sources; or empty. */
    Optional<String> engine(String platform) {
        if (isUnsourced(platform)) {
            return Optional.of(platform);
        }
        Optional<String> engine = Optional.empty();
        Optional<String> next = above(platform);
        for (int depth = 0; next.isPresent() && depth < DEEPEST; depth++) {
            engine = next;
            next = above(next.get());
        }
        return engine;
    }

    private Optional<String> above(String platform) {
        return written.apply(platform).filter(tree -> own(tree) < FEWEST).flatMap(tree -> tree.text("extends"));
    }

    /** Whether a hypervisor that is nobody else's rests on assumptions but for a few numbers. */
    private boolean isUnsourced(String platform) {
        return written.apply(platform)
                .filter(tree -> !tree.has("extends") && !tree.text("kind").equals(Optional.of("native")))
                .filter(tree -> own(tree) < FEWEST)
                .isPresent();
    }

    /** How many costs and rules with a source stand in a platform's own file. */
    static int own(Mapping platform) {
        long costs = Census.items("", "", platform).stream()
                .filter(item -> item.basis() != Basis.ASSUMED && isSource(item.source()))
                .count();
        long rules = platform.find("limits").orElse(null) instanceof Sequence limits
                ? limits.items().stream()
                        .filter(limit -> limit instanceof Mapping rule && isSource(rule.text("source").orElse("")))
                        .count()
                : 0;
        return Math.toIntExact(costs + rules);
    }

    private static boolean isSource(String source) {
        return !source.isEmpty() && !NO_SOURCES.contains(source);
    }
}
