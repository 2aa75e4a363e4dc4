package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.Entry;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.OperatingSystemSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each machine of the catalogue natively runs each operating system of a width that it has. */
class EveryMachineSmokeTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Setup.VOCABULARY);
    private static final long DURATION_PICOS = 100 * Time.PICOS_PER_MILLI;
    private static final String[] SERVING = {"-host", "-parent", "-domain-0"};

    static List<String> machines() {
        return CATALOGUE.names(CatalogueKind.MACHINES);
    }

    static List<String> guestSystems() {
        return CATALOGUE.names(CatalogueKind.OPERATING_SYSTEMS).stream()
                .filter(name -> Stream.of(SERVING).noneMatch(name::endsWith))
                .toList();
    }

    private static <T> T spec(String name, Class<T> type) {
        Outcome<Entry> entry = CATALOGUE.entry(name);
        assertThat(entry.problems()).isEmpty();
        return entry.value().spec(type);
    }

    private static boolean fits(String machine, String system) {
        MachineSpec host = spec(machine, MachineSpec.class);
        OperatingSystemSpec os = spec(system, OperatingSystemSpec.class);
        return os.architectures().contains(host.cpu().architecture()) && (host.sixtyFourBit() || os.bits() == 32);
    }

    /** Reading checks the names of all costs; assembling prices every stage. */
    @ParameterizedTest
    @MethodSource("machines")
    void itReadsWithEachSystemAndIsAssembled(String machine) {
        List<String> fitting = guestSystems().stream().filter(system -> fits(machine, system)).toList();
        assertThat(fitting).isNotEmpty();
        for (String system : fitting) {
            Setup setup = Setup.of(machine, "native", system, "web-dynamic");
            assertThat(setup.assemble().machine().name()).isEqualTo(machine);
            assertThat(setup.guests().os().name()).isEqualTo(system);
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void itWorks(String machine) {
        String system = aSystemOf(machine);
        Setup setup = Setup.of(machine, "native", system, "disk-random");
        assertThat(throughput(setup.results(0, 5 * DURATION_PICOS))).as("disk of %s", machine).isPositive();
        setup = Setup.of(machine, "native", system, "nettest-transmit");
        assertThat(throughput(setup.results(0, DURATION_PICOS))).as("network of %s", machine).isPositive();
    }

    @ParameterizedTest
    @MethodSource("guestSystems")
    void itRuns(String system) {
        Setup setup = Setup.of(aMachineOf(system), "native", system, "web-static");
        assertThat(throughput(setup.results(0, DURATION_PICOS))).isPositive();
    }

    private static String aSystemOf(String machine) {
        List<String> usual = List.of("linux-2.6");
        return Stream.concat(usual.stream(), guestSystems().stream())
                .filter(system -> fits(machine, system))
                .findFirst()
                .orElseThrow();
    }

    private static String aMachineOf(String system) {
        List<String> usual = List.of("skylake-2-sockets");
        return Stream.concat(usual.stream(), machines().stream())
                .filter(machine -> fits(machine, system))
                .findFirst()
                .orElseThrow();
    }

    private static double throughput(Results results) {
        return results.metrics().stream()
                .filter(metric -> metric.guest().equals(Setup.GROUP) && metric.metric().equals("throughput"))
                .mapToDouble(Results.Metric::mean)
                .sum();
    }
}
