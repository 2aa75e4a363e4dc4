package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.check.Merge;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows {@code extends:} from a reference to the whole entry. */
final class Extension {
    private static final int DEEPEST = 32;
    private final EntryFiles files;
    private final CatalogueShapes shapes;
    private final Merge merge;

    Extension(EntryFiles files, CatalogueShapes shapes) {
        this.files = files;
        this.shapes = shapes;
        this.merge = new Merge(shapes);
    }

    /** The entry without {@code extends} and {@code as}; empty after a problem was added. */
    Optional<Mapping> whole(CatalogueKind kind, LocatedNode reference, String path, Problems problems) {
        return whole(kind, reference, path, new ArrayList<>(), problems);
    }

    private Optional<Mapping> whole(
            CatalogueKind kind, LocatedNode reference, String path, List<String> chain, Problems problems) {
        if (reference instanceof Mapping mapping) {
            return extended(kind, mapping.without("as"), path, chain, problems);
        }
        if (!(reference instanceof Scalar name)) {
            problems.add(reference.place(), path, "expected a name of " + kind.folder() + ", got " + reference.inWords());
            return Optional.empty();
        }
        if (chain.contains(name.text()) || chain.size() >= DEEPEST) {
            problems.add(name.place(), path, "extends itself: " + Wording.printable(String.join(" -> ", chain)) + " -> "
                    + Wording.printable(name.text()));
            return Optional.empty();
        }
        List<String> longer = new ArrayList<>(chain);
        longer.add(name.text());
        return files.find(kind, name.text(), name.place(), path, problems)
                .flatMap(tree -> extended(kind, tree, path, longer, problems));
    }

    private Optional<Mapping> extended(
            CatalogueKind kind, Mapping changes, String path, List<String> chain, Problems problems) {
        Optional<LocatedNode> base = changes.find("extends");
        if (base.isEmpty()) {
            return Optional.of(changes);
        }
        if (!(base.get() instanceof Scalar)) {
            problems.add(base.get().place(), path, "'extends' must be a name, got " + base.get().inWords());
            return Optional.empty();
        }
        return whole(kind, base.get(), path, chain, problems)
                .flatMap(found -> changes.has("variant") ? variant(found, changes, path, problems) : Optional.of(found))
                .map(found -> over(kind, found, changes.without("extends", "variant")));
    }

    /** One of the variants of the entry that is extended, as an entry without variants. */
    private Optional<Mapping> variant(Mapping base, Mapping changes, String path, Problems problems) {
        String label = changes.text("variant").orElse("");
        Mapping variants = base.find("variants")
                .filter(Mapping.class::isInstance).map(Mapping.class::cast)
                .orElse(Mapping.empty(base.place()));
        if (variants.find(label).orElse(null) instanceof Mapping chosen) {
            return Optional.of(platform(base.without("variants"), chosen));
        }
        problems.add(changes.entries().get("variant").place(), path, "no variant of what it extends is called "
                + Wording.quoted(label) + Wording.didYouMean(label, variants.entries().keySet()));
        return Optional.empty();
    }

    Mapping over(CatalogueKind kind, Mapping base, Mapping changes) {
        return kind == CatalogueKind.PLATFORMS ? platform(base, changes) : (Mapping) merge.merge(shapes.of(kind), base, changes);
    }

    /** Variants lie beside the shape: those of the changes are laid over those of the base, by label. */
    private Mapping platform(Mapping base, Mapping changes) {
        Mapping merged = (Mapping) merge.merge(shapes.of(CatalogueKind.PLATFORMS), base, changes.without("variants"));
        if (changes.find("variants").orElse(null) instanceof Mapping over
                && base.find("variants").orElse(null) instanceof Mapping below) {
            Mapping variants = below;
            for (var entry : over.entries().entrySet()) {
                Optional<Mapping> old = below.find(entry.getKey()).filter(Mapping.class::isInstance).map(Mapping.class::cast);
                LocatedNode laid = old.isPresent() && entry.getValue().value() instanceof Mapping more
                        ? merge.merge(shapes.of(CatalogueKind.PLATFORMS), old.get(), more)
                        : entry.getValue().value();
                variants = variants.with(entry.getKey(), entry.getValue().place(), laid);
            }
            return merged.with("variants", variants);
        }
        return changes.find("variants").map(variants -> merged.with("variants", variants)).orElse(merged);
    }
}
