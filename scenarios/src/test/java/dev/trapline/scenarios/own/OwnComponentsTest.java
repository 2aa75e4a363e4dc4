package dev.trapline.scenarios.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scheduler.Schedulers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING promises: a scheduler, a platform and an operating system come from outside, and no file of ours changes. */
class OwnComponentsTest {
    private static final Path SCENARIO = Path.of("src/test/resources/own/own.yaml");
    private static final Vocabulary OWN =
            Vocabulary.standard().with(Schedulers.standard().with(LeastServedScheduler.COMPONENT));

    @Test
    void anOwnSchedulerPlatformAndSystemRunTogether() {
        Outcome<ScenarioFile> read = ScenarioReader.standard(OWN).read(SCENARIO, Overrides.NONE);
        assertThat(read.problems()).isEmpty();
        Results results = new Laboratory(OWN, 1, Progress.NONE).run(read.value().experiment(), "test");

        assertThat(results.unsupported()).isEmpty();
        List<Results.LedgerRow> switches = results.ledgers().stream()
                .filter(row -> row.ledger().equals("cycles") && row.guest().equals("load"))
                .filter(row -> row.mechanism().equals("own switch"))
                .toList();
        assertThat(switches).hasSize(1);
        // Six hogs on four cores: each core changes hands every 5 ms, for 5,600 cycles at 2.4 GHz.
        assertThat(switches.get(0).count()).isBetween(750.0, 820.0);
        assertThat(switches.get(0).value()).isCloseTo(800 * 5600 / 2.4e9 * 1000, within(0.05));
    }

    @Test
    void withoutItTheSchedulerIsUnknownAndTheMessageNamesThoseThatThereAre() {
        Outcome<ScenarioFile> read = ScenarioReader.standard(Vocabulary.standard()).read(SCENARIO, Overrides.NONE);
        assertThat(read.failed()).isTrue();
        assertThat(read.problems().toString()).contains("own-hypervisor.yaml").contains("least-served").contains("xen-credit");
    }

    /** A processor without virtualization has no cost of an exit: found before anything runs. */
    @Test
    void whatATechniqueMissesIsSaidAtThePlatform(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                platform: own
                extends: xenserver-4.1
                title: One of our own
                limits: []
                modes:
                  - { when: {}, cpu: hardware-assisted, memory: shadow-paging, network: device-model-network, disk: split-disk }
                """);
        Path scenario = Files.writeString(folder.resolve("s.yaml"), """
                scenario: s
                machine: pc-733-2001
                platforms: [native, own]
                guests:
                  - { name: load, os: linux-2.6, memory: 256 MiB, workload: cpu-batch }
                """);
        Outcome<ScenarioFile> read = ScenarioReader.standard(Vocabulary.standard()).read(scenario, Overrides.NONE);
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().toString()).contains("own.yaml").contains("no cost named 'exit-round-trip'");
    }
}
