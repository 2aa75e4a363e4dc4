package dev.trapline.cli.validation;

import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.Census;
import dev.trapline.spec.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many numbers that stand in an entry's own file, or in all of a kind, have each basis. */
public record BasisCount(String name, Map<Basis, Integer> counts) {

    /** Of each platform, of each other kind in all, of what belongs to published experiments, and of everything. */
    static List<BasisCount> of(Catalogue catalogue, Census census) {
        List<BasisCount> all = new ArrayList<>();
        for (String platform : catalogue.names(CatalogueKind.PLATFORMS)) {
            all.add(new BasisCount(platform, census.byBasis(platform)));
        }
        for (CatalogueKind kind : CatalogueKind.values()) {
            if (kind != CatalogueKind.PLATFORMS) {
                all.add(new BasisCount(kind.folder(), census.ofFolder(kind.folder())));
            }
        }
        all.add(new BasisCount("of published experiments alone", census.ofFolder(Census.PUBLISHED)));
        all.add(new BasisCount("all", census.byBasis()));
        return all;
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
