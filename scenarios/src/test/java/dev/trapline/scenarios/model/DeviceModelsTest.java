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
    private static final long JOBS = 20;

    private static Setup setup(String platform, String os, String nic, String controller, String image) {
        return Setup.of("dual-opteron-2008", platform, os, "reads")
                .withDevices(new DeviceWishes(word(nic), word(controller), word(image), "", 0));
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

    /** Linux of 2007 has no driver for VMBus, and asks for it. */
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
        "virtual-server-2005-r2-sp1, windows-server-2003-sp2, , , raw, image-format",
        "virtual-server-2005-r2-sp1, windows-xp-x64, , , , guest-drivers",
    })
    void whatCannotBeHadIsARuleOfThePlatform(
            String platform, String os, String nic, String controller, String image, String rule) {
        Setup setup = setup(platform, os, nic, controller, image);
        assertThat(violations(setup)).filteredOn(violation -> violation.weight() == Violation.Weight.IMPOSSIBLE)
                .extracting(Violation::rule).contains(rule);
    }

    /** Four registers of IDE serve its interrupt, each by a visit to the process for which the guest waits; VMBus has none. */
    @Test
    void eachRegisterOfAnEmulatedControllerIsAnExit() {
        long synthetic = emulations(setup("hyper-v-2008", "windows-server-2003-sp2", "", "", ""));
        long emulated = emulations(setup("hyper-v-2008", "windows-server-2003-sp2", "", "emulated-ide", ""));
        assertThat(synthetic).isZero();
        assertThat(emulated).isGreaterThanOrEqualTo(JOBS * 4);
    }

    private static long emulations(Setup setup) {
        Host host = Setup.rested(setup.withoutTicks().assemble());
        long count = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            count += host.slots().get(slot).mechanism().equals("emulation") ? host.processors().ledger().count(0, slot) : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"fixed, 0, 1", "dynamic, 0, 1", "dynamic, 1, 1", "differencing, 0, 1"})
    void filesOfEveryFormatAreChecked(String image, double allocated, int files) {
        Setup setup = Setup.of("dual-opteron-2008", "hyper-v-2008", "windows-server-2003-sp2", "disk-random")
                .withDevices(new DeviceWishes("", "", image, "", allocated));
        Host host = setup.assemble();
        host.simulation().runUntil(200 * Time.PICOS_PER_MILLI);
        host.checkConservation();
        assertThat(host.files()).hasSize(files);
        boolean grows = allocated == 0 && !image.equals("fixed");
        assertThat(host.files().get(0).allocatedBlocks() > 0).isEqualTo(grows || allocated == 1);
    }
}
