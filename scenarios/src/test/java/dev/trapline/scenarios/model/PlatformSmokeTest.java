package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.spec.Mode;
import dev.trapline.spec.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mode of each variant of every platform in the catalogue, and with it each device that it offers, can be had on some machine
 * with some operating system, and there a guest computes, serves pages, uses its disk and idles for 0.1 simulated seconds. Conservation is checked within each run.
 */
class PlatformSmokeTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Setup.VOCABULARY);
    private static final List<String> WORKLOADS = List.of("computations", "calls", "reads", "idle");
    private static final long DURATION_PICOS = 100 * Time.PICOS_PER_MILLI;

    /** A mode of a platform with devices that it offers, and a setup with the platform's other values. */
    private record Wanted(Setup setup, Way way) {
        Optional<Setup> found() {
            return Habitat.find(
                    setup.withDevices(OfferedWays.wishes(setup.platform(), way)),
                    at -> at.platform().way(at.machine(), at.guests()).filter(way::equals).isPresent());
        }

        @Override
        public String toString() {
            return setup.platform().fullName() + ", mode " + setup.platform().modes().indexOf(way.mode()) + ": " + way.title();
        }
    }

    static Stream<Wanted> ways() {
        List<Wanted> ways = new ArrayList<>();
        for (String platform : CATALOGUE.names(CatalogueKind.PLATFORMS)) {
            for (Setup setup : Setup.variants("dual-opteron-2008", platform, "windows-server-2003-sp2", "idle")) {
                for (Mode mode : setup.platform().modes()) {
                    OfferedWays.of(setup.platform(), mode).forEach(way -> ways.add(new Wanted(setup, way)));
                }
            }
        }
        return ways.stream();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyDeviceOfEveryModeRuns(Wanted way) {
        Optional<Setup> found = way.found();
        assertThat(found).as("a machine and a system for %s", way).isPresent();
        for (String workload : WORKLOADS) {
            Setup setup = found.get().workload(workload);
            Results results = setup.results(0, DURATION_PICOS);
            Smoke.assertPlausible(setup, results);
        }
    }
}
