package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.platform.Limits;
import dev.trapline.platform.Violation;
import dev.trapline.result.Results;
import dev.trapline.spec.DeviceWishes;
import dev.trapline.spec.Way;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which devices a guest gets: what it asks for, if it has the driver; else what it has a driver for; and never silently. */
class DeviceModelsTest {
    private static Setup setup(String platform, String os, String nic, String controller, String image) {
        return Setup.of("dual-opteron-2008", platform, os, "reads")
                .withDevices(new DeviceWishes(word(nic), word(controller), word(image), 0));
    }

    private static String word(String wish) {
        return wish == null ? "" : wish;
    }

    private static Way way(Setup setup) {
        return setup.platform().way(setup.machine(), setup.guests()).orElseThrow();
    }

    private static List<Violation> violations(Setup setup) {
        return Limits.check(setup.machine(), setup.platform(), List.of(setup.guests()), Setup.VOCABULARY);
    }

    @ParameterizedTest
    @CsvSource({
        "hyper-v-2008, windows-server-2003-sp2, ,                ,             paravirtual,    paravirtual",
        "hyper-v-2008, linux-2.6,               ,                ,             emulated-21140, emulated-ide",
        "hyper-v-2008, windows-server-2003-sp2, emulated-21140,  ,             emulated-21140, paravirtual",
        "hyper-v-2008, windows-server-2003-sp2, ,                emulated-ide, paravirtual,    emulated-ide",
        "xenserver-4.1, linux-2.6,              rtl8139,         ,             rtl8139,        paravirtual",
        "native, linux-2.6,                     e1000,           emulated-ide, '',             ''",
    })
    void theFirstThatTheSystemHasADriverForOrWhatIsAskedFor(
            String platform, String os, String nic, String controller, String getsNic, String getsController) {
        Setup setup = setup(platform, os, nic, controller, "");
        assertThat(violations(setup)).isEmpty();
        assertThat(way(setup).nic().model()).isEqualTo(getsNic);
        assertThat(way(setup).disk().model()).isEqualTo(getsController);
    }

    /** A paravirtual kernel of Xen has no emulated devices: a guest that asks for one is run as a hardware-assisted one. */
    @Test
    void devicesChooseAmongModesToo() {
        assertThat(way(setup("xenserver-4.1", "linux-2.6", "", "", "")).mode().cpu()).isEqualTo("paravirtual");
        assertThat(way(setup("xenserver-4.1", "linux-2.6", "rtl8139", "", "")).mode().cpu()).isEqualTo("hardware-assisted");
    }

    /** Windows x64 of 2005 has no driver for a 21140 nor for a VMBus that nobody installed; Linux of 2007 none for VMBus. */
    @Test
    void aMissingDriverIsReplacedAndSaid() {
        Setup setup = setup("hyper-v-2008", "linux-2.6", "paravirtual", "", "");
        assertThat(way(setup).nic().model()).isEqualTo("emulated-21140");
        assertThat(violations(setup)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("guest-drivers");
            assertThat(violation.weight()).isEqualTo(Violation.Weight.REPLACED);
            assertThat(violation.sentence(setup.platform())).contains("asked for paravirtual", "gets emulated-21140 instead");
        });
        Results results = setup.results(0, 50 * Time.PICOS_PER_MILLI);
        assertThat(results.unsupported()).singleElement().satisfies(row -> assertThat(row.ran()).isTrue());
        assertThat(results.platforms().get(0).modes()).containsValue(
                "not enlightened, network emulated-21140, disk emulated-ide, image pass-through");
    }

    @ParameterizedTest
    @CsvSource({
        "hyper-v-2008, windows-server-2003-sp2, vlance, , , device-model",
        "hyper-v-2008, windows-server-2003-sp2, , ahci, , device-model",
        "virtual-server-2005-r2-sp1, windows-server-2003-sp2, , , pass-through, image-format",
        "virtual-server-2005-r2-sp1, windows-xp-x64, , , , guest-drivers",
    })
    void whatCannotBeHadIsARuleOfThePlatform(
            String platform, String os, String nic, String controller, String image, String rule) {
        Setup setup = setup(platform, os, nic, controller, image);
        assertThat(violations(setup)).filteredOn(violation -> violation.weight() == Violation.Weight.IMPOSSIBLE)
                .extracting(Violation::rule).contains(rule);
    }

    /** An emulated controller takes an exit for each register, so many times for a request as the device has registers. */
    @Test
    void emulatedDevicesAreSimulatedAsSuch() {
        Host synthetic = Setup.rested(setup("hyper-v-2008", "windows-server-2003-sp2", "", "", "").assemble());
        Host emulated = Setup.rested(setup("hyper-v-2008", "windows-server-2003-sp2", "", "emulated-ide", "").assemble());
        assertThat(emulated.processors().cores().stream().mapToLong(core -> core.idlePicos(0)).count()).isPositive();
        assertThat(emulated.simulation().now()).isGreaterThan(synthetic.simulation().now());
    }

    @ParameterizedTest
    @CsvSource({"fixed, 0, 1", "dynamic, 0, 1", "dynamic, 1, 1", "differencing, 0, 1"})
    void filesOfEveryFormatAreChecked(String image, double allocated, int files) {
        Setup setup = Setup.of("dual-opteron-2008", "hyper-v-2008", "windows-server-2003-sp2", "disk-random")
                .withDevices(new DeviceWishes("", "", image, allocated));
        Host host = setup.assemble();
        host.simulation().runUntil(200 * Time.PICOS_PER_MILLI);
        host.checkConservation();
        assertThat(host.files()).hasSize(files);
        boolean grows = allocated == 0 && !image.equals("fixed");
        assertThat(host.files().get(0).allocatedBlocks() > 0).isEqualTo(grows || allocated == 1);
    }
}
