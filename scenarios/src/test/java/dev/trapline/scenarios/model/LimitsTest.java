package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Limits;
import dev.trapline.platform.Violation;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule at its edge: kept by the first guest, broken by the second, and said in words. The machine has four cores, 16 GiB,
 * 64 bits, hardware virtualization and no nested paging.
 */
class LimitsTest {
    private static final ScenarioReader READER = ScenarioReader.standard(Setup.VOCABULARY);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rule: vcpus-per-guest, at-most: 2 | vcpus: 2 | vcpus: 3 | 2 vCPUs a guest, asked for 3",
        "rule: memory-per-guest, at-most: 1 GiB | memory: 1 GiB | memory: 2 GiB | 1024 MiB of memory a guest, asked for 2048 MiB",
        "rule: memory-of-all-guests, at-most: 1 GiB | count: 4 | count: 5 | 1024 MiB of memory of all guests, asked for 1280 MiB",
        "rule: guest-bits, at-most: 32 | vcpus: 1 | os: { extends: linux-2.6, as: wide, bits: 64 } | 32 bits of a guest, asked for 64",
        "rule: guests-per-host, at-most: 3 | count: 3 | count: 4 | 3 guests, asked for 4",
        "rule: vcpus-per-host, at-most: 6 | count: 3, vcpus: 2 | count: 7 | 6 vCPUs of all guests, asked for 7",
        "rule: vcpus-per-core, at-most: 2 | count: 4, vcpus: 2 | count: 3, vcpus: 3 | 8 vCPUs, 2 a core, asked for 9",
        "rule: no-vcpu-overcommit | vcpus: 4 | count: 5 | 4 vCPUs, one for each hardware thread left, asked for 5",
        "rule: guest-operating-systems, only: [linux] | os: linux-2.6 | os: windows-server-2003 | guests with linux, asked for Windows Server 2003 SP1",
        "rule: guest-operating-systems, only: [linux-2.2] | os: linux-2.2 | os: linux-2.6 | guests with linux-2.2, asked for Linux 2.6",
        "rule: guest-year, at-most: 2007 | os: linux-2.6 | os: sles-10.2 | guests of 2007 and before, asked for SLES 10 SP2 of 2008",
        "rule: vcpus-per-guest, at-most: 1, when: { os: windows } | os: linux-2.6, vcpus: 2 | os: windows-server-2003, vcpus: 2 | 1 vCPUs a guest, asked for 2",
        "rule: vcpus-per-guest, at-most: 1, when: { operating-system: linux-2.6 } | os: linux-2.2, vcpus: 2 | vcpus: 2 | 1 vCPUs a guest, asked for 2",
        "rule: no-memory-overcommit | count: 16, memory: 1 GiB | count: 17, memory: 1 GiB | 16384 MiB of memory for guests, asked for 17408 MiB",
    })
    void rulesOfGuests(String rule, String kept, String broken, String sentence) {
        assertThat(violations(rule, "", kept)).isEmpty();
        assertThat(violations(rule, "", broken)).containsExactly("P allows " + sentence + ": as the manual says");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rule: host-cores, at-most: 4 | sockets: 2 | sockets: 3 | 4 cores of the host, asked for 6",
        "rule: host-memory, at-most: 16 GiB | memory: 16 GiB | memory: 17 GiB | 16384 MiB of memory of the host, asked for 17408 MiB",
        "rule: host-memory-at-least, at-most: 2 GiB | memory: 2 GiB | memory: 1 GiB | only hosts with 2048 MiB of memory or more, asked for M",
        "rule: host-64-bit | 64-bit: true | 64-bit: false | only a 64-bit host, asked for M",
        "rule: host-hardware-virtualization | sockets: 1 | hardware-virtualization: false | only a host with hardware virtualization, asked for M",
        "rule: host-nested-paging | cpu: { extends: k8-rev-f, as: c, nested-paging: true } | sockets: 1 | only a host with nested paging, asked for M",
        "rule: host-architecture, only: [x86, sparc] | sockets: 1 | cpu: { extends: k8-rev-f, as: c, architecture: itanium } | only hosts of x86, sparc, asked for M",
        "rule: guests-per-host, at-most: 0, when: { host-64-bit: false } | 64-bit: true | 64-bit: false | 0 guests, asked for 1",
        "rule: guests-per-host, at-most: 0, when: { nested-paging: true } | sockets: 2 | cpu: { extends: k8-rev-f, as: c, nested-paging: true } | 0 guests, asked for 1",
        "rule: guests-per-host, at-most: 0, when: { hardware-virtualization: false } | sockets: 2 | hardware-virtualization: false | 0 guests, asked for 1",
    })
    void rulesOfHosts(String rule, String kept, String broken, String sentence) {
        String guest = "os: { extends: linux-2.6, as: everywhere, architectures: [x86, itanium, sparc] }";
        assertThat(violations(rule, kept, guest)).isEmpty();
        assertThat(violations(rule, broken, guest)).containsExactly("P allows " + sentence + ": as the manual says");
    }

    /** 32 MiB for the first GiB of a guest and 8 for each that is begun after it, 10 for the second vCPU. */
    @ParameterizedTest
    @CsvSource({"1 GiB, 1, 1056", "1025 MiB, 1, 1065", "2 GiB, 1, 2088", "3 GiB, 1, 3120", "1 GiB, 2, 1066"})
    void overheadGrowsWithTheGuest(String memory, int vcpus, int needed) {
        String rules = "rule: no-memory-overcommit, text: full, source: assumption }"
                + ", { rule: memory-overhead-per-guest, at-most: 32 MiB, source: assumption }"
                + ", { rule: memory-overhead-per-further-gib, at-most: 8 MiB, source: assumption }"
                + ", { rule: memory-overhead-per-further-vcpu, at-most: 10 MiB";
        String guest = "memory: " + memory + ", vcpus: " + vcpus;
        assertThat(violations(rules, "memory: " + needed + " MiB", guest)).isEmpty();
        assertThat(violations(rules, "memory: " + (needed - 1) + " MiB", guest))
                .containsExactly("P allows " + (needed - 1) + " MiB of memory for guests, asked for " + needed + " MiB: full");
    }

    /** Of 54 MiB for each guest and what it reserves; its memory itself may be swapped. */
    @Test
    void onlyWhatIsReservedMustFit() {
        String rules = "rule: memory-reservations-fit, text: full, source: assumption }"
                + ", { rule: memory-overhead-per-guest, at-most: 54 MiB";
        assertThat(reserved(rules, "memory: 4 GiB, count: 4")).isEmpty();
        assertThat(reserved(rules, "memory: 4 GiB, count: 4, memory-share: { reserve: 202 MiB }")).isEmpty();
        assertThat(reserved(rules, "memory: 4 GiB, count: 4, memory-share: { reserve: 203 MiB }"))
                .containsExactly("P allows 1024 MiB of memory for guests, asked for 1028 MiB: full");
    }

    private List<String> reserved(String rules, String guest) {
        Found found = found(rules, "memory: { policy: esx }", "memory: 1 GiB", guest);
        return found.violations().stream().map(violation -> violation.sentence(found.platform())).toList();
    }

    @Test
    void whatIsAddedToAGuestAndKeptByTheHostCounts() {
        String rules = "rule: no-memory-overcommit, text: full, source: assumption }"
                + ", { rule: memory-overhead-per-guest, at-most: 24 MiB, source: assumption }"
                + ", { rule: memory-reserved-for-host, at-most: 1 GiB";
        assertThat(violations(rules, "", "count: 15, memory: 1000 MiB")).isEmpty();
        assertThat(violations(rules, "", "count: 15, memory: 1001 MiB"))
                .containsExactly("P allows 15360 MiB of memory for guests, asked for 15375 MiB: full");
    }

    /** A driver domain without a number of its own has a vCPU for each core. */
    @ParameterizedTest
    @CsvSource({"1, 3, true", "1, 4, false", "per-core, 1, false"})
    void aDriverDomainHasThreadsOfItsOwn(String domain, int guests, boolean kept) {
        String more = "driver-domain: { name: service, vcpus: " + domain + ", os: linux-2.6 }";
        List<Violation> found = found("rule: no-vcpu-overcommit", more, "", "count: " + guests).violations();
        assertThat(found.isEmpty()).isEqualTo(kept);
    }

    @Test
    void guestsExecuteTheInstructionsOfTheirHost() {
        Found found = found("rule: no-memory-overcommit", "", "cpu: { extends: k8-rev-f, as: c, architecture: sparc }", "count: 1");
        assertThat(found.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.weight() == Violation.Weight.IMPOSSIBLE).isTrue();
            assertThat(violation.sentence(found.platform()))
                    .isEqualTo("P allows guests for sparc, asked for x86: guests execute the instructions of their host");
        });
    }

    /** No mode, no device: such a thing cannot be run even where limits are ignored; a documented limit can. */
    @Test
    void someThingsAreImpossible() {
        assertThat(found("rule: guests-per-host, at-most: 0", "", "", "count: 1").violations())
                .extracting(violation -> violation.weight() == Violation.Weight.IMPOSSIBLE).containsExactly(false);
        assertThat(found("rule: no-memory-overcommit", "", "disks: []", "count: 1").violations())
                .extracting(violation -> violation.weight() == Violation.Weight.IMPOSSIBLE).containsExactly(true);
        String noMode = "modes: [{ when: { os: windows }, cpu: native, memory: native-paging, network: direct-network, disk: direct-disk }]";
        assertThat(found("rule: no-memory-overcommit", noMode, "", "count: 1").violations())
                .extracting(violation -> violation.weight() == Violation.Weight.IMPOSSIBLE).containsExactly(true);
    }

    /** Sixteen guests of 1 GiB fit; a workload that says nothing of memory is not asked. */
    @Test
    void memoryThatIsUsedMustBeThere() {
        String rule = "rule: guests-per-host, at-most: 100";
        String guest = "memory: 1 GiB, workload: page-cache, count: ";
        assertThat(violations(rule, "", guest + 16)).isEmpty();
        assertThat(violations(rule, "", guest + 17)).containsExactly("P allows 16384 MiB of memory for guests, asked for 17408 MiB:"
                + " nothing is simulated that would find the rest elsewhere");
        assertThat(violations(rule, "", "memory: 1 GiB, count: 17")).isEmpty();
        assertThat(found(rule, "memory: { policy: host-paging }", "", guest + 17).violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit: 64 MiB, limits, true, true", "weight: 2, weights, false, true", "reserve: 64 MiB, reservations, false, true"})
    void sharesOfMemoryNeedAPolicyThatKnowsThem(String share, String what, boolean host, boolean esx) {
        String guest = "memory-share: { " + share + " }";
        String rule = "rule: guests-per-host, at-most: 100";
        assertThat(violations(rule, "", guest)).containsExactly(
                "P allows no " + what + " of memory, asked for some: its memory policy knows no " + what);
        assertThat(found(rule, "memory: { policy: host-paging }", "", guest).violations().isEmpty()).isEqualTo(host);
        assertThat(found(rule, "memory: { policy: esx }", "", guest).violations().isEmpty()).isEqualTo(esx);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "rule: vcpus-per-guest | rule 'vcpus-per-guest' needs 'at-most'",
        "rule: host-64-bit, at-most: 1 | rule 'host-64-bit' has no 'at-most'",
        "rule: host-architecture | rule 'host-architecture' needs 'only'",
        "rule: host-cores, at-most: 4, only: [x86] | rule 'host-cores' has no 'only'",
        "rule: host-cores, at-most: 4 GiB | 'at-most' of rule 'host-cores' must be a whole number such as '4'",
        "rule: host-memory, at-most: 4 | 'at-most' of rule 'host-memory' must be a size such as '64 GiB'",
    })
    void aRuleSaysAllItNeeds(String rule, String message) {
        Outcome<ScenarioFile> read = read(rule, "", "", "count: 1");
        assertThat(read.problems()).extracting(Problem::toString).anyMatch(problem -> problem.contains(message));
    }

    private record Found(PlatformSpec platform, List<Violation> violations) {}

    private List<String> violations(String rule, String machine, String guest) {
        Found found = found(rule, "", machine, guest);
        return found.violations().stream().map(violation -> violation.sentence(found.platform())).toList();
    }

    private Found found(String rule, String platform, String machine, String guest) {
        Outcome<ScenarioFile> read = read(rule, platform, machine, guest);
        assertThat(read.problems()).isEmpty();
        PointSpec point = read.value().experiment().points().get(0);
        PlatformSpec found = point.platforms().get(0);
        return new Found(found, Limits.check(point.machine(), found, point.guests(), Setup.VOCABULARY));
    }

    private Outcome<ScenarioFile> read(String rule, String platform, String machine, String guest) {
        String text = rule.contains("text:") ? "" : ", text: as the manual says";
        return READER.read(file("""
                scenario: limits
                machine: { extends: dual-opteron-2008, as: machine, title: M, %s }
                platforms:
                  - { extends: native, as: platform, title: P, kind: bare-metal, %s limits: [{ %s, source: assumption%s }] }
                guests:
                  - { name: load, %s %s }
                """.formatted(
                        machine, platform.isEmpty() ? "" : platform + ",", rule, text,
                        missing(guest, "os", "linux-2.6") + missing(guest, "memory", "256 MiB") + missing(guest, "workload", "idle"), guest)), Overrides.NONE);
    }

    private static String missing(String guest, String key, String value) {
        return guest.contains(key + ":") ? "" : key + ": " + value + ", ";
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("limits.yaml"), text);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
