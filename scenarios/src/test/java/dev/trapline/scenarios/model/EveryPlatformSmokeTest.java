package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.platform.Limits;
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
            for (Setup setup : Setup.variants("dual-opteron-2008", platform, "windows-server-2003-sp2", workload)) {
                setups.add(setup.count(2));
                setups.add(setup.count(2).withEmulatedDevices());
            }
            Setup.variants("dual-opteron-2008", platform, "linux-2.6", workload).forEach(setup -> setups.add(setup.count(2)));
        }
        return setups.stream().filter(EveryPlatformSmokeTest::isSupported);
    }

    private static boolean isSupported(Setup setup) {
        return Limits.check(setup.machine(), setup.platform(), List.of(setup.guests()), Setup.VOCABULARY).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void itRuns(Setup setup) {
        Results results = setup.results(0, DURATION_PICOS);
        results.metrics().stream().filter(metric -> metric.text().isEmpty()).forEach(metric -> assertThat(metric.mean())
                .as("%s: %s %s", setup, metric.request(), metric.metric())
                .isFinite()
                .isGreaterThanOrEqualTo(0));
        results.ledgers().forEach(row -> {
            assertThat(row.value()).as("%s", row).isFinite().isPositive();
            assertThat(row.count()).as("%s", row).isFinite().isGreaterThanOrEqualTo(0);
        });
        double throughput = results.metrics().stream()
                .filter(metric -> metric.guest().equals(Setup.GROUP) && metric.metric().equals("throughput"))
                .mapToDouble(Results.Metric::mean)
                .sum();
        if (setup.guests().workload().kind().equals("idle")) {
            assertThat(throughput).as("%s", setup).isZero();
        } else {
            assertThat(throughput).as("%s", setup).isPositive();
        }
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
