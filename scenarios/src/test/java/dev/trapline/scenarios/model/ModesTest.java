package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.spec.Way;
import dev.trapline.spec.PointSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mode of a guest depends on what it is and on what its machine can do; the first that is for both wins. */
class ModesTest {
    private static final ScenarioReader READER = ScenarioReader.standard(Setup.VOCABULARY);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "true,  true,  linux-2.6,           nested",
        "true,  false, linux-2.6,           shadow",
        "false, false, linux-2.6,           translation",
        "false, true,  linux-2.6,           translation",
        "false, true,  windows-server-2003, none",
        "true,  true,  windows-server-2003, nested",
    })
    void theMachineDecidesToo(boolean hardwareVirtualization, boolean nestedPaging, String os, String title) throws IOException {
        Path file = Files.writeString(folder.resolve("modes.yaml"), """
                scenario: modes
                machine:
                  extends: dual-opteron-2008
                  as: machine
                  hardware-virtualization: %s
                  cpu: { extends: k8-rev-f, as: cpu, nested-paging: %s }
                platforms:
                  - extends: native
                    as: platform
                    modes:
                      - when: { nested-paging: true, hardware-virtualization: true }
                        cpu: native
                        memory: native-paging
                        network: direct-network
                        disk: direct-disk
                        title: nested
                      - when: { hardware-virtualization: true }
                        cpu: native
                        memory: native-paging
                        network: direct-network
                        disk: direct-disk
                        title: shadow
                      - when: { hardware-virtualization: false, os: linux }
                        cpu: native
                        memory: native-paging
                        network: direct-network
                        disk: direct-disk
                        title: translation
                guests:
                  - { name: load, os: %s, memory: 512 MiB, workload: idle }
                """.formatted(hardwareVirtualization, nestedPaging, os));
        Outcome<ScenarioFile> read = READER.read(file, Overrides.NONE);
        assertThat(read.problems()).isEmpty();
        PointSpec point = read.value().experiment().points().get(0);
        String found = point.platforms().get(0).way(point.machine(), point.guests().get(0)).map(Way::title).orElse("none");
        assertThat(found).isEqualTo(title);
    }
}
