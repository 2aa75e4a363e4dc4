package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Values;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import java.util.List;

/**
 * A catalogue entry, resolved and checked; it is what a reference is held as.
 *
 * @param label what results call it
 * @param written the reference as it stands in the file
 * @param tree with everything that it extends
 * @param variants the trees of a platform's variants; of others the tree alone
 * @param values checked, with defaults; of a platform with variants, those of the first
 * @param spec the core's record; for a platform the list of its variants
 */
public record Entry(
        CatalogueKind kind, String label, LocatedNode written, Mapping tree, List<Mapping> variants, Values values, Object spec) {

    public <T> T spec(Class<T> type) {
        return type.cast(spec);
    }

    @Override
    public String toString() {
        return label;
    }
}
