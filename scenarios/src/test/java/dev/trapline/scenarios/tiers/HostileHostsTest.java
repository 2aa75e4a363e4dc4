package dev.trapline.scenarios.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not fit together in a scenario of several hosts is said at its place. */
class HostileHostsTest {
    private static final ScenarioReader READER = ScenarioReader.standard(Vocabulary.standard());
    private static final String GOOD = """
            scenario: s
            hosts:
              - { name: one, machine: dual-opteron-2008 }
              - { name: two, machine: dual-opteron-2008, platform: native }
            platforms: [native, esx-3.5]
            guests:
              - { name: web, on: one, os: windows-server-2003-sp2, memory: 512 MiB, workload: calls-db.yaml }
              - { name: db, on: [two, one], count: 2, os: windows-server-2003-sp2, memory: 512 MiB, workload: answers.yaml }
            """;
    private static final String CALLS = "workload: calls-%s\ntitle: t\nkind: %s\n%ssteps: [{ call: %s, request: 1 B, reply: 1 B }]\n";

    @TempDir
    Path folder;

    private List<String> problems(String text) throws IOException {
        Files.writeString(folder.resolve("answers.yaml"), "workload: answers\ntitle: t\nkind: service\nsteps: []\n");
        for (String group : List.of("web", "db")) {
            Files.writeString(
                    folder.resolve("calls-" + group + ".yaml"), CALLS.formatted(group, "closed", "clients: 1\n", group));
            Files.writeString(folder.resolve("passes-" + group + ".yaml"), CALLS.formatted(group, "service", "", group));
        }
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        return READER.read(file, Overrides.NONE).problems().stream()
                .map(Problem::toString)
                .map(problem -> problem.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void whatFitsIsAccepted() throws IOException {
        assertThat(problems(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "on: one | on: tow | s.yaml:7:22: guests.web.on: must be one or two, got 'tow' (did you mean 'two'?)",
        "on: one, os | os | s.yaml:7:5: guests.web: missing key 'on': one of the hosts, or a list of them, one or two",
        "'on: [two, one]' | 'on: []' | s.yaml:8:21: guests.db.on: needs at least one host",
        "'dual-opteron-2008, platform: native' | 'dual-opteron-2008, platform: nativ' | s.yaml:4:56: hosts.two.platform: expected",
        "'platform: native' | 'platform: virtual-server-2005-r2-sp1' | s.yaml:4:56: hosts.two.platform: a platform with variants",
        "'2008 }' | '2008, platform: native }' | s.yaml:3:3: hosts: at least one must have the platform 'compared'",
        "name: two | name: one | s.yaml:4:5: hosts: names must differ, got 'one' twice",
        "'scenario: s' | 'scenario: s\nmachine: dual-opteron-2008' | s.yaml:1:1: needs either 'machine' or 'hosts', got both",
        "calls-db | calls-web | s.yaml:7:83: guests.web.workload: calls 'web', whose workload must be of kind 'service'",
        "name: db | name: bd | s.yaml:7:83: guests.web.workload: calls a guest group that is not there, got 'db'",
        "answers.yaml | passes-db.yaml | guests.db.workload: calls must not come back to their group, got db calls db",
        "answers.yaml | passes-web.yaml | guests.web.workload: calls must not come back to their group, got web calls db calls web",
        "'scenario: s' | 'scenario: s\nvary: { hosts.two.platfrom: [native] }' | s.yaml:2:9: unknown path 'hosts.two.platfrom'",
        "'scenario: s' | 'scenario: s\nvary: { guests.web.on: [one, three] }' | guests.web.on: must be one or two, got 'three'",
        "'scenario: s' | 'scenario: s\nnetwork: { delay: 5 }' | s.yaml:2:19: network.delay"
    })
    void theRestIsSaidAtItsPlace(String old, String changed, String expected) throws IOException {
        assertThat(problems(GOOD.replace(old, changed.replace("\\n", "\n")))).anyMatch(problem -> problem.contains(expected));
    }

    @Test
    void oneMachineHasNeitherPlacesNorANetwork() throws IOException {
        String one = GOOD.replace("hosts:\n", "machine: dual-opteron-2008\nnetwork: { delay: 1 ms }\n")
                .replaceAll("(?m)^ +- \\{ name: (one|two), .*\\n", "");
        assertThat(problems(one)).containsExactlyInAnyOrder(
                "s.yaml:3:10: network: is between hosts, and there is one machine",
                "s.yaml:6:22: guests.web.on: names a host, and there is one machine: say 'hosts' instead of 'machine'",
                "s.yaml:7:21: guests.db.on: names a host, and there is one machine: say 'hosts' instead of 'machine'");
    }
}
