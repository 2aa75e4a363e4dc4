package dev.trapline.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.SmallCatalogue;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.yaml.FolderShelf;
import dev.trapline.spec.Cost;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private final Catalogue catalogue = SmallCatalogue.catalogue();

    @TempDir
    Path folder;

    private <T> T spec(String name, Class<T> type) {
        Outcome<Entry> entry = catalogue.entry(name);
        assertThat(entry.problems()).isEmpty();
        return entry.value().spec(type);
    }

    private List<PlatformSpec> platform(String name) {
        return ((List<?>) spec(name, List.class)).stream().map(PlatformSpec.class::cast).toList();
    }

    private Catalogue written(String... namesAndTexts) throws IOException {
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            Path file = folder.resolve(namesAndTexts[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, namesAndTexts[i + 1]);
        }
        return Catalogue.of(folder, SmallCatalogue.vocabulary());
    }

    private List<String> problems(Catalogue broken) {
        return broken.check().stream().map(Problem::toString).map(text -> text.replace(folder + "/", "")).toList();
    }

    @Test
    void everyEntryIsClean() {
        assertThat(catalogue.check()).isEmpty();
    }

    @Test
    void machinesExtendMachinesAndChangeWhatTheyReferTo() {
        MachineSpec small = spec("small-machine", MachineSpec.class);
        MachineSpec large = spec("large-machine", MachineSpec.class);
        assertThat(small.cores()).isEqualTo(2);
        assertThat(small.sixtyFourBit()).isTrue();
        assertThat(small.nics().get(0).name()).isEqualTo("front");
        assertThat(small.nics().get(0).values().whole("rate")).isEqualTo(1_000_000_000L);
        assertThat(large.sockets()).isEqualTo(4);
        assertThat(large.clockHertz()).isEqualTo(small.clockHertz());
        assertThat(large.cpu().taggedTlb()).isTrue();
        assertThat(small.cpu().taggedTlb()).isFalse();
    }

    @Test
    void costsKeepTheirProvenance() {
        Cost miss = spec("small-machine", MachineSpec.class).cpu().costs().find("l1-miss").orElseThrow();
        assertThat(miss.milli()).isEqualTo(10_000);
        assertThat(miss.source()).isEqualTo("paper-2001");
        assertThat(catalogue.sources().get("paper-2001").address()).isEqualTo("https://example.org/paper");
    }

    @Test
    void workloadsHaveMixesAndDrawnQuantities() {
        WorkloadSpec web = spec("web", WorkloadSpec.class);
        assertThat(web.kind()).isEqualTo("closed");
        assertThat(web.values().draws("think").kind()).isEqualTo("exponential");
        Cost rate = web.mixes().get("code").rates().find("system-call").orElseThrow();
        assertThat(rate.milli()).isEqualTo(12_500);
        assertThat(rate.highMilli()).isEqualTo(20_000);
    }

    @Test
    void aPlatformHasOneSpecForEachVariant() {
        List<PlatformSpec> hosted = platform("hosted");
        assertThat(hosted).extracting(PlatformSpec::fullName).containsExactly("hosted (slow)", "hosted (fast)");
        assertThat(hosted.get(0).costs().find("world").orElseThrow().milli()).isEqualTo(5_000_000);
        assertThat(hosted.get(0).costs().find("world").orElseThrow().highMilli()).isEqualTo(6_000_000);
        assertThat(hosted.get(1).idle().spins()).isTrue();
        assertThat(hosted.get(1).idle().spinCountsAsIdle()).isTrue();
        assertThat(hosted.get(0).scheduler().text("type")).isEqualTo("round-robin");
        assertThat(hosted.get(0).scheduler().has("tick")).as("another scheduler inherits nothing").isFalse();
        assertThat(hosted.get(0).hostOs()).isPresent();
    }

    @Test
    void aPlatformIsComposedOfWhatItsFileSays() {
        PlatformSpec split = platform("split").get(0);
        assertThat(split.driverDomain().orElseThrow().vcpus()).isZero();
        assertThat(split.executors().get("netback").ring()).isEqualTo(256);
        assertThat(split.event("virtual-interrupt")).hasSize(1);
        assertThat(split.paths().get("ring").get("request")).hasSize(2);
        assertThat(split.limits().get(1).atMost()).isEqualTo(64.0 * (1L << 30));
        assertThat(split.ticks().missed()).isEqualTo("merge");
    }

    @Test
    void aResolvedEntryIsCanonicalYamlWithDefaultsAndSources() {
        String text = catalogue.resolved("large-machine").value();
        assertThat(text)
                .contains("machine: large-machine\n", "clock: 2 GHz\n", "threads-per-core: 1\n", "64-bit: true\n")
                .contains("cpu: { tagged-tlb: true, extends: small-cpu }");
        assertThat(catalogue.resolved("small-cpu").value())
                .contains("exit-round-trip: { value: 1000 cycles, range: [800 cycles, 1500 cycles], basis: assumed,"
                        + " source: guess }")
                .contains("# paper-2001: A paper, 2001, https://example.org/paper, read 2026-11-01\n");
        assertThat(catalogue.resolved("hosted").value()).contains("variants:").contains("slow:");
        assertThat(catalogue.resolved("web").value()).contains("think: { exponential: { mean: 30 ms } }");
    }

    @Test
    void namesTitlesAndKindsAreKnown() {
        assertThat(catalogue.names(CatalogueKind.PLATFORMS)).containsExactly("hosted", "native", "split");
        assertThat(catalogue.title("large-machine")).isEqualTo("A large machine");
        assertThat(catalogue.title("nothing")).isEqualTo("nothing");
        assertThat(catalogue.entry("smal-cpu").problems().get(0).text()).contains("did you mean 'small-cpu'");
    }

    @Test
    void aFileBesideTheScenarioWins() throws IOException {
        Files.writeString(folder.resolve("batch.yaml"), "workload: batch\ntitle: Another batch\nkind: idle\n");
        Catalogue seen = catalogue.seenFrom(FolderShelf.of(folder));
        assertThat(seen.entry("batch").value().spec(WorkloadSpec.class).kind()).isEqualTo("idle");
        assertThat(catalogue.entry("batch").value().spec(WorkloadSpec.class).kind()).isEqualTo("closed");
    }

    @Test
    void namesInsideAPlatformAreChecked() throws IOException {
        String split = Files.readString(Path.of("src/test/resources/small/catalogue/platforms/split.yaml"));
        Files.createDirectories(folder.resolve("platforms"));
        String wrong = split.replace("network: ring, disk: ring }\n  - { when", "network: rng, disk: ring }\n  - { when")
                .replace("virtual-interrupt:", "virtual-interupt:")
                .replaceFirst("driver-domain: [^\n]*\n", "")
                .replace("paravirtual, memory: native", "paravirtual, memory: nested");
        Files.writeString(folder.resolve("split.yaml"), wrong);
        List<String> found = catalogue.seenFrom(FolderShelf.of(folder)).entry("split").problems().stream()
                .map(Problem::text)
                .toList();
        assertThat(found).containsExactly("must be native or shadow, got 'nested'");
        Files.writeString(folder.resolve("split.yaml"), wrong.replace("nested", "native"));
        found = catalogue.seenFrom(FolderShelf.of(folder)).entry("split").problems().stream().map(Problem::text).toList();
        assertThat(found).containsExactly(
                "no path of this platform is called 'rng' (did you mean 'ring'?)",
                "executor 'netback' runs in a driver domain, but the platform has none",
                "nothing raises an event 'virtual-interupt' (did you mean 'virtual-interrupt'?)");
    }

    @Test
    void aResolvedEntryReadsToItself() throws IOException {
        for (String name : List.of("small-cpu", "small-nic", "small-os", "web", "native", "split")) {
            String text = catalogue.resolved(name).value();
            Files.writeString(folder.resolve(name + ".yaml"), text);
            assertThat(catalogue.seenFrom(FolderShelf.of(folder)).resolved(name).value()).as(name).isEqualTo(text);
        }
    }

    @Test
    void extendingInACircleIsAProblem() throws IOException {
        Catalogue broken = written(
                "workloads/a.yaml", "workload: a\nextends: b\n", "workloads/b.yaml", "workload: b\nextends: a\n");
        assertThat(problems(broken)).anyMatch(text -> text.contains("extends itself: a -> b -> a"));
    }

    @Test
    void everyProblemOfEveryEntryIsFound() throws IOException {
        Catalogue broken = written(
                "sources.yaml", "- { id: x, citation: X }\n",
                "workloads/same.yaml", "workload: same\ntitle: Same\nkind: idle\n",
                "devices/same.yaml", "device: other\ntitle: Same\ntype: disk\nseek: 3\n",
                "devices/list.yaml", "- a\n",
                "operating-systems/os.yaml",
                "operating-system: os\ntitle: OS\nfamily: linux\nbits: 32\ntick: 100 Hz\ncosts:\n"
                        + "  a: { value: 5 cycles, range: [6 cycles, 7 cycles], basis: measured, source: x }\n"
                        + "  b: { value: 5 ns, basis: measured, source: y }\n");
        assertThat(problems(broken)).anyMatch(text -> text.contains("names differ over all kinds"))
                .contains(
                        "devices/same.yaml:1:9: device: must be the name of the file, 'same', got 'other'",
                        "devices/list.yaml:1:1: expected a mapping, got a list",
                        "operating-systems/os.yaml:7:6: costs.a: cost 'a' of this entry must lie within its range: 6000 <= 5000 <= 7000",
                        "operating-systems/os.yaml:8:46: costs.b.source: unknown source, not in sources.yaml: 'y'");
    }

    @Test
    void aWrongListOfSourcesIsReportedByItself() throws IOException {
        Catalogue broken = written(
                "sources.yaml", "- { id: x, citation: X, extra: 1 }\n",
                "operating-systems/os.yaml",
                "operating-system: os\ntitle: OS\nfamily: linux\nbits: 32\ntick: 100 Hz\ncosts:\n"
                        + "  a: { value: 5 cycles, basis: measured, source: y }\n");
        assertThat(problems(broken))
                .containsExactly("sources.yaml:1:25: x: unknown key 'extra'; known are id, citation, address, read");
    }
}
