package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.spec.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mode of each variant of every platform in the catalogue can be had on some machine with some operating system, and there
 * a guest computes, serves pages, uses its disk and idles for 0.2 simulated seconds. Conservation is checked within each run.
 */
class PlatformSmokeTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Setup.VOCABULARY);
    private static final List<String> WORKLOADS = List.of("computations", "calls", "reads", "idle");
    private static final long DURATION_PICOS = 200 * Time.PICOS_PER_MILLI;

    /** A mode of a platform, by number, and a setup with the platform's other values. */
    private record Way(Setup setup, int mode) {
        Optional<Setup> found() {
            Mode wanted = setup.platform().modes().get(mode);
            return Habitat.find(setup, at -> at.platform().mode(at.machine(), at.guests()).filter(wanted::equals).isPresent());
        }

        @Override
        public String toString() {
            return setup.platform().fullName() + ", mode " + mode + ": " + setup.platform().modes().get(mode).title();
        }
    }

    static Stream<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (String platform : CATALOGUE.names(CatalogueKind.PLATFORMS)) {
            for (Setup setup : Setup.variants("dual-opteron-2008", platform, "windows-server-2003-sp2", "idle")) {
                for (int mode = 0; mode < setup.platform().modes().size(); mode++) {
                    ways.add(new Way(setup, mode));
                }
            }
        }
        return ways.stream();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyModeRuns(Way way) {
        Optional<Setup> found = way.found();
        assertThat(found).as("a machine and a system for %s", way).isPresent();
        for (String workload : WORKLOADS) {
            Setup setup = found.get().workload(workload);
            Results results = setup.results(0, DURATION_PICOS);
            Smoke.assertPlausible(setup, results);
        }
    }
}
