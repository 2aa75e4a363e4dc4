package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything in the catalogue runs with everything: each variant of each platform and each workload, in each mode that two
 * guests can have. Conservation is checked within each run.
 */
class EveryPlatformSmokeTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Setup.VOCABULARY);
    private static final long DURATION_PICOS = 300 * Time.PICOS_PER_MILLI;

    static Stream<Setup> everything() {
        return CATALOGUE.names(CatalogueKind.PLATFORMS).stream().flatMap(EveryPlatformSmokeTest::onPlatform);
    }

    private static Stream<Setup> onPlatform(String platform) {
        List<Setup> setups = new ArrayList<>();
        for (String workload : CATALOGUE.names(CatalogueKind.WORKLOADS)) {
            List<Setup> windows = Setup.variants("dual-opteron-2008", platform, "windows-server-2003-sp2", workload);
            List<Setup> linux = Setup.variants("dual-opteron-2008", platform, "linux-2.6", workload);
            for (int variant = 0; variant < windows.size(); variant++) {
                setups.addAll(supported(windows.get(variant).count(2), linux.get(variant).count(2)));
            }
        }
        return setups.stream();
    }

    /** On the gallery's machine, or else wherever the platform runs. */
    private static List<Setup> supported(Setup windows, Setup linux) {
        List<Setup> supported = Stream.of(windows, windows.withDevices(OfferedWays.last(windows.platform())), linux).filter(Habitat::isSupported).toList();
        return supported.isEmpty() ? Habitat.find(windows, any -> true).stream().toList() : supported;
    }

    @ParameterizedTest
    @MethodSource("everything")
    void itRuns(Setup setup) {
        Results results = setup.results(0, DURATION_PICOS);
        Smoke.assertPlausible(setup, results);
    }

    /** Else a platform could be left out without anybody noticing. */
    @Test
    void everyPlatformWorkloadAndPathIsAmongThem() {
        Set<String> ran = new TreeSet<>();
        Set<String> workloads = new TreeSet<>();
        everything().forEach(setup -> {
            ran.add(setup.platform().fullName());
            workloads.add(setup.guests().workload().name());
        });
        Set<String> all = new TreeSet<>();
        CATALOGUE.names(CatalogueKind.PLATFORMS).forEach(name -> Setup.variants(
                        "dual-opteron-2008", name, "windows-server-2003-sp2", "idle")
                .forEach(setup -> all.add(setup.platform().fullName())));
        assertThat(ran).isEqualTo(all).hasSizeGreaterThanOrEqualTo(10);
        assertThat(workloads).containsExactlyInAnyOrderElementsOf(CATALOGUE.names(CatalogueKind.WORKLOADS));
    }
}
