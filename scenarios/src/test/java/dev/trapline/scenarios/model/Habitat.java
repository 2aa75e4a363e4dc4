package dev.trapline.scenarios.model;

import dev.trapline.platform.Limits;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.OperatingSystemSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The machines and operating systems of the catalogue, searched for those on which a platform's rules let it run. */
final class Habitat {
    private static final Catalogue CATALOGUE = Catalogue.standard(Setup.VOCABULARY);
    private static final String PREFERRED = "dual-opteron-2008";

    private static final List<MachineSpec> MACHINES = Stream.concat(
                    Stream.of(PREFERRED),
                    CATALOGUE.names(CatalogueKind.MACHINES).stream().filter(name -> !name.equals(PREFERRED)))
            .map(name -> CATALOGUE.entry(name).value().spec(MachineSpec.class))
            .toList();
    private static final List<OperatingSystemSpec> SYSTEMS = CATALOGUE.names(CatalogueKind.OPERATING_SYSTEMS).stream()
            .map(name -> CATALOGUE.entry(name).value().spec(OperatingSystemSpec.class))
            .toList();

    private Habitat() {}

    static boolean isSupported(Setup setup) {
        return Limits.check(setup.machine(), setup.platform(), List.of(setup.guests()), Setup.VOCABULARY).isEmpty();
    }

    /** The setup on the first machine, with the first system, that are supported and wanted. */
    static Optional<Setup> find(Setup setup, Predicate<Setup> wanted) {
        for (MachineSpec machine : MACHINES) {
            for (OperatingSystemSpec system : SYSTEMS) {
                Setup found = setup.with(machine).with(setup.guests().with(system, setup.guests().workload()));
                if (isSupported(found) && wanted.test(found)) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }
}
