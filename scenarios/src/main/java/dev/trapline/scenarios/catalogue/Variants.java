package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The several behaviours of a platform whose speed was never published, each a whole platform. */
final class Variants {
    private Variants() {}

    /** By label; a platform without variants is one without a label. */
    static Map<String, Mapping> of(Mapping platform, Extension extension, Problems problems) {
        Map<String, Mapping> variants = new LinkedHashMap<>();
        Mapping base = platform.without("variants");
        Optional<LocatedNode> written = platform.find("variants");
        if (written.isEmpty()) {
            variants.put("", base);
        } else if (written.get() instanceof Mapping labels && !labels.entries().isEmpty()) {
            labels.entries().forEach((label, entry) -> {
                if (entry.value() instanceof Mapping changes) {
                    variants.put(label, extension.over(CatalogueKind.PLATFORMS, base, changes));
                } else {
                    problems.add(entry.value().place(), "variants." + label, "expected a mapping of changes, got "
                            + entry.value().inWords());
                }
            });
        } else {
            problems.add(written.get().place(), "variants", "expected a mapping of labels to changes, got "
                    + written.get().inWords());
        }
        return variants;
    }
}
