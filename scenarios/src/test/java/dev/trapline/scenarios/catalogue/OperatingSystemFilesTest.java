package dev.trapline.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.spec.Basis;
import dev.trapline.spec.Cost;
import dev.trapline.spec.OperatingSystemSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operating systems of the catalogue have the costs that every path names, and the habits that their files claim. */
class OperatingSystemFilesTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Vocabulary.standard());

    private static Stream<OperatingSystemSpec> systems() {
        return CATALOGUE.names(CatalogueKind.OPERATING_SYSTEMS).stream().map(OperatingSystemFilesTest::system);
    }

    private static OperatingSystemSpec system(String name) {
        return CATALOGUE.entry(name).value().spec(OperatingSystemSpec.class);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void itHasTheCostsOfItsOwnCode(OperatingSystemSpec system) {
        assertThat(system.costs().costs().keySet()).containsExactlyInAnyOrder(
                "tick-handler", "interrupt-handler", "task-switch", "wake-thread", "raise-softirq", "socket-write", "socket-read",
                "tcp-send", "tcp-receive", "udp-send", "udp-receive", "driver-send", "driver-receive", "driver-complete", "block-layer",
                "disk-submit", "disk-complete");
        for (Cost cost : system.costs().all()) {
            assertThat(cost.source().equals("assumption")).as("%s", cost).isEqualTo(cost.basis() == Basis.ASSUMED);
            assertThat(cost.isUncertain()).as("%s", cost).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void hostsAndDriverDomainsHaveNoDriversForOthers(OperatingSystemSpec system) {
        boolean serves = Stream.of("-host", "-parent", "-domain-0").anyMatch(system.name()::endsWith);
        assertThat(system.drivers().isEmpty()).isEqualTo(serves);
    }

    @Test
    void onlyOldWindowsWritesTheTaskPriority() {
        assertThat(systems()).filteredOn(system -> system.tprPerInterrupt() + system.tprPerSystemCall() > 0)
                .extracting(OperatingSystemSpec::name)
                .containsExactlyInAnyOrder("windows-2000-sp4", "windows-server-2003");
    }

    @Test
    void ticksAreThoseOfTheirBuilds() {
        assertThat(List.of("linux-2.4", "linux-2.6-100hz", "linux-2.6", "linux-2.6-1000hz", "rhel-5", "sles-10.2", "windows-2000-sp4"))
                .extracting(name -> system(name).tickHertz())
                .containsExactly(100L, 100L, 250L, 1000L, 1000L, 250L, 100L);
        assertThat(systems()).filteredOn(system -> system.tickSources() == 2).extracting(OperatingSystemSpec::name)
                .containsExactlyInAnyOrder("rhel-5", "sles-10.2");
        assertThat(systems()).filteredOn(system -> system.family().equals("windows")).noneMatch(OperatingSystemSpec::tickless);
    }

    @Test
    void guestsOf2008AndLaterKnowHyperV() {
        assertThat(systems()).filteredOn(system -> system.enlightenments().contains("hyper-v")).extracting(OperatingSystemSpec::name)
                .containsExactlyInAnyOrder("windows-server-2008", "windows-server-2022", "linux-5.x", "linux-6.x");
    }
}
