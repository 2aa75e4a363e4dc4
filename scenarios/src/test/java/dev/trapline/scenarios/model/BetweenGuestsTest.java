package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.devicepath.NetworkInterface;
import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.DeviceOffer;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.Mode;
import dev.trapline.spec.PointSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guests of one host reach each other without a wire on every platform, with every network interface but one of the machine's. */
class BetweenGuestsTest {
    private static final Catalogue CATALOGUE = Catalogue.standard(Setup.VOCABULARY);
    private static final List<GuestSpec> GUESTS = ScenarioReader.standard(Setup.VOCABULARY)
            .read(Path.of("src/test/resources/model/between-guests.yaml"), Overrides.NONE)
            .value()
            .experiment()
            .points()
            .get(0)
            .guests();
    private static final long DURATION_PICOS = 50 * Time.PICOS_PER_MILLI;
    /** An idle guest of Workstation 2.0 spins in its monitor, and finds what came for it at its host's next tick. */
    private static final int CALLS = 3;

    private record Wanted(Setup setup, Mode mode, DeviceOffer nic) {
        Optional<Setup> found() {
            return Habitat.find(
                    setup.withDevices(new DeviceWishes(nic.model(), "", "", "", 0)),
                    at -> at.platform().way(at.machine(), at.guests())
                            .filter(way -> way.mode().equals(mode) && way.nic().equals(nic))
                            .isPresent());
        }

        @Override
        public String toString() {
            return setup.platform().fullName() + ", mode " + setup.platform().modes().indexOf(mode) + ": " + nic.model();
        }
    }

    static Stream<Wanted> interfaces() {
        List<Wanted> wanted = new ArrayList<>();
        for (String platform : CATALOGUE.names(CatalogueKind.PLATFORMS)) {
            for (Setup setup : Setup.variants("dual-opteron-2008", platform, "windows-server-2003-sp2", "idle")) {
                for (Mode mode : setup.platform().modes()) {
                    mode.network().stream()
                            .filter(nic -> !nic.model().equals("pass-through"))
                            .forEach(nic -> wanted.add(new Wanted(setup, mode, nic)));
                }
            }
        }
        return wanted.stream();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void noPacketTouchesTheWire(Wanted wanted) {
        Optional<Setup> found = wanted.found();
        assertThat(found).as("a machine and a system for %s", wanted).isPresent();
        Host host = twoGuests(found.get());
        host.simulation().runUntil(DURATION_PICOS);
        host.site().checkConservation();
        for (NetworkInterface nic : host.nics()) {
            assertThat(nic.busyPicosOut(DURATION_PICOS) + nic.busyPicosIn(DURATION_PICOS)).isZero();
        }
        assertThat(host.measures().get(0).completed()).isGreaterThan(CALLS);
    }

    private static Host twoGuests(Setup setup) {
        List<GuestSpec> guests = GUESTS.stream()
                .map(guest -> guest.with(setup.guests().os(), guest.workload()).with(1, setup.guests().devices()))
                .toList();
        PointSpec point = PointSpec.of(0, Map.of(), setup.machine(), List.of(setup.platform()), guests);
        return new SiteAssembly(point, setup.platform(), Setup.VOCABULARY, 1, 0).assemble().onlyHost();
    }
}
