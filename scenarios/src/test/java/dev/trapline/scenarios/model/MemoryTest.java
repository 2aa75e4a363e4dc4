package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory in whole machines: what costs something, what costs nothing, and who waits for it. */
class MemoryTest {
    private static final ScenarioReader READER = ScenarioReader.standard(Setup.VOCABULARY);

    @TempDir
    Path folder;

    /** A hundred times the uses, and not one event more: what is there is simply used. */
    @ParameterizedTest
    @ValueSource(strings = {"native", "esx-3.5", "rhel-5.4-kvm", "xenserver-4.1"})
    void whatIsInMemoryCostsNoEvent(String platform) {
        Results few = run(platform, "memory: 64 MiB", "{ touch: 10, data: 16 MiB, write-share: 20 % }");
        Results many = run(platform, "memory: 64 MiB", "{ touch: 1000, data: 16 MiB, write-share: 20 % }");
        assertThat(many.fingerprints().eventsExecuted()).isEqualTo(few.fingerprints().eventsExecuted());
        assertThat(metric(many, "load.throughput")).isEqualTo(metric(few, "load.throughput")).isPositive();
    }

    /** No guest says anything of memory, and all fit: the policy makes no difference to anything. */
    @Test
    void whereNothingHasToBeDecidedNothingIsSimulated() {
        Results esx = run("esx-3.5", "memory: 64 MiB", "");
        Results fixed = run("{ extends: esx-3.5, as: esx-3.5, memory: { policy: fixed } }", "memory: 64 MiB", "");
        assertThat(esx.fingerprints()).isEqualTo(fixed.fingerprints());
        assertThat(esx.metrics()).noneMatch(row -> row.metric().startsWith("memory."));
    }

    /** Three guests of 6 GiB do not fit into 16, but nobody uses any of it. */
    @Test
    void guestsThatDoNotFitAreLookedAt() {
        Results results = run("esx-3.5", "memory: 6 GiB, count: 3", "");
        assertThat(metric(results, "load.memory.held")).isLessThan(500);
        assertThat(metric(results, "load.swap.written")).isZero();
    }

    /** The guest reads its own disk, the same pages on any platform whose guests have all of their memory. */
    @ParameterizedTest
    @ValueSource(strings = {"native", "hyper-v-2008", "esx-3.5", "xenserver-4.1", "virtual-server-2005-r2-sp1"})
    void aGuestPagesByItself(String platform) {
        Results results = run(platform, "memory: 64 MiB", "{ touch: 10, data: 128 MiB, kind: file }");
        assertThat(metric(results, "load.faults.guest.rate")).isPositive();
        double read = metric(results, "load.paging.read") * 256;
        assertThat(read).isPositive().isEqualTo(Math.rint(read));
        assertThat(waiting(results, "disk")).isPositive();
        assertThat(waiting(results, "swap-in")).isZero();
    }

    /** Half of it is with the host, which reads it while the whole vCPU waits: also a second program that uses no memory. */
    @Test
    void aHostThatPagesKeepsTheWholeVcpu() {
        String guest = "memory: 64 MiB, memory-share: { limit: 40 MiB, balloon: false }";
        Results swapped = run("esx-3.5", guest, "{ touch: 10, data: 32 MiB }");
        assertThat(metric(swapped, "load.faults.major")).isPositive();
        assertThat(waiting(swapped, "swap-in")).isPositive();
        assertThat(waiting(swapped, "queue")).isPositive();
        assertThat(metric(swapped, "load.paging.read")).isZero();
        assertThat(metric(swapped, "load.memory.held") + metric(swapped, "load.memory.swapped")).isLessThanOrEqualTo(64);
    }

    /** 4 MiB in requests of 128 KiB: at the least what the disk takes for the bytes, 80 MB/s, and not the double. */
    @Test
    void aFileIsReadAtTheSpeedOfTheDisk() {
        Results results = results("native", "memory: 64 MiB", """
                kind: fixed-job
                clients: 1
                jobs: 1
                steps: [{ read-file: 40 MiB }]
                """);
        double seconds = (40 << 20) / 80e6;
        assertThat(metric(results, "load.elapsed")).isBetween(seconds, 2 * seconds);
        assertThat(metric(results, "load.paging.read")).isEqualTo(40);
    }

    /** The second time it is in the page cache, and only copied. */
    @Test
    void aFileIsReadOnceAsLongAsItFits() {
        Results results = results("native", "memory: 64 MiB", """
                kind: fixed-job
                clients: 1
                jobs: 5
                steps: [{ read-file: 20 MiB }]
                """);
        assertThat(metric(results, "load.paging.read")).isEqualTo(20);
        assertThat(metric(results, "load.latency.p50")).isLessThan(metric(results, "load.latency.max") / 5);
    }

    private Results run(String platform, String guest, String step) {
        return results(platform, guest, """
                kind: closed
                clients: 2
                think: 0 s
                steps: [{ compute: 2400000 cycles }%s]
                """.formatted(step.isEmpty() ? "" : ", " + step));
    }

    private Results results(String platform, String guest, String workload) {
        write("work.yaml", "workload: work\ntitle: Work\n" + workload);
        Path scenario = write("memory.yaml", """
                scenario: memory
                machine: dual-opteron-2008
                platforms: [%s]
                guests:
                  - { name: load, os: linux-2.6, %s, workload: work }
                run: { duration: 2 s, warm-up: 0 s, replications: 1 }
                """.formatted(platform, guest));
        Outcome<ScenarioFile> read = READER.read(scenario, Overrides.NONE);
        assertThat(read.problems()).isEmpty();
        return new Laboratory(Setup.VOCABULARY, 1, Progress.NONE).run(read.value().experiment(), "test");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double metric(Results results, String name) {
        String[] parts = name.split("\\.", 2);
        return results.metrics().stream()
                .filter(row -> row.guest().equals(parts[0]) && row.metric().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name))
                .mean();
    }

    /** Milliseconds of a mean request by this mechanism. */
    private static double waiting(Results results, String mechanism) {
        return results.ledgers().stream()
                .filter(row -> row.ledger().equals("latency") && row.mechanism().equals(mechanism))
                .mapToDouble(Results.LedgerRow::value)
                .sum();
    }
}
