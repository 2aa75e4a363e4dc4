package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.cli.print.SheetLines;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that run nothing. */
final class CatalogueCommandsTest {
    private static final Path ROOT = Path.of(System.getProperty("trapline.root"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "scenarios, hosted-versus-bare-metal",
        "published, workstation-2001-transmit",
        "phenomena, c12-fair-degradation",
        "platforms, native",
        "machines, dual-opteron-2008",
        "operating-systems, windows-server-2003",
        "devices, gigabit-ethernet",
        "cpus, k8-rev-f",
        "workloads, web-dynamic",
        "schedulers, xen-credit",
        "cpu-techniques, hardware-assisted",
        "memory-techniques, shadow-paging",
        "memory-policies, \\S+",
        "stages, notify",
        "workload-kinds, closed",
        "device-kinds, disk",
        "distributions, lognormal"
    })
    void listBeginsEachLineWithAName(String kind, String name) {
        Invocation list = Invocation.of("list", kind);
        assertThat(list.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(list.out().lines()).anyMatch(line -> line.matches(name + "  +\\S.*"));
        assertThat(list.err()).isEmpty();
    }

    @Test
    void listWithoutAKindHasAllKinds() {
        Invocation list = Invocation.of("list");
        assertThat(list.out().lines()).containsAll(new Listing(Vocabulary.standard()).kinds());
        assertThat(list.out()).contains("  native  ");
        assertThat(list.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @CsvSource({"list, platform, platforms", "show, nativ, native", "schema, scenari, scenario"})
    void unknownNamesAreRefusedWithWhatThereIs(String command, String name, String meant) {
        Invocation refused = Invocation.of(command, name);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains(name, meant);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void showGivesAnEntryWithDefaultsAndSources() {
        Invocation show = Invocation.of("show", "k8-rev-f", "--yaml");
        assertThat(show.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(show.out()).contains("k8-rev-f", "exit-round-trip", "# xen-hvm-hypercall-2007: ");
    }

    @Test
    void showPrintsEachNumberAndLimitWithWhatIsKnownOfIt() {
        Catalogue catalogue = Catalogue.standard(Vocabulary.standard());
        for (CatalogueKind kind : CatalogueKind.values()) {
            catalogue.names(kind).forEach(name -> assertShowsAll(catalogue.sheet(name).value()));
        }
    }

    private static void assertShowsAll(Sheet sheet) {
        List<String> lines = SheetLines.of(sheet, false).stream().map(line -> line.strip().replaceAll("  +", " ")).toList();
        String text = String.join(" ", lines).replace(";", "");
        for (Sheet.Item item : sheet.numbers()) {
            String known = String.join(" ", List.of(item.name(), item.value(), item.range(), item.basis(), item.source()));
            assertThat(words(lines, item.name())).as(sheet.name()).contains(known.trim().split(" +"));
        }
        for (Sheet.Limit limit : sheet.limits()) {
            assertThat(lines).as(sheet.name()).anyMatch(line -> line.startsWith(limit.rule()));
            assertThat(text).as(sheet.name()).contains(limit.source());
        }
        assertThat(sheet.sources()).allSatisfy(
                source -> assertThat(lines).as(sheet.name()).anyMatch(line -> line.startsWith(source.id() + ": ")));
    }

    /** What stands in the line of a name and in the two after it: words of a column are broken where a terminal has no room. */
    private static List<String> words(List<String> lines, String name) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(name)) {
                lines.subList(i, Math.min(i + 3, lines.size()))
                        .forEach(line -> words.addAll(List.of(line.replace(";", "").split(" +"))));
            }
        }
        return words;
    }

    @Test
    void showTellsModesSchedulerAndAliases() {
        assertThat(Invocation.of("show", "esx-3.5").out())
                .contains("modes:\n", "scheduler:\n  type: esx-proportional-share\n", "\nlimits\n", "\nsources\n")
                .contains("modes 'VT-x', costs (value, range, basis, source)\n");
        assertThat(Invocation.of("show", "xen-3.2-hvm").out()).contains("An alias of xenserver-4.1: ");
    }

    @Test
    void showOfASchedulerTellsItsParameters() {
        Invocation show = Invocation.of("show", "xen-credit");
        assertThat(show.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(show.out()).startsWith("xen-credit\n").contains("\n  slice: default 30 ms. ");
    }

    @Test
    void listOfPlatformsTellsKindYearEngineAndBases() {
        String list = Invocation.of("list", "platforms").out();
        assertThat(list)
                .containsPattern("(?m)^esx-3\\.5 +VMware ESX 3\\.5\\R +bare-metal; 2007; \\d+ numbers: .*\\d+ assumed; \\d+ rules$")
                .containsPattern("(?m)^xen-3\\.2-hvm .*\\R.* alias of xenserver-4\\.1; ");
    }

    @Test
    void machinesReadLists() {
        JsonNode kinds = new JsonMapper().readTree(Invocation.of("list", "schedulers", "--json").out()).get("kinds");
        assertThat(kinds.size()).isEqualTo(1);
        assertThat(kinds.get(0).get("kind").asString()).isEqualTo("schedulers");
        assertThat(kinds.get(0).get("items").get(0).get("name").asString()).isNotBlank();
    }

    @Test
    void checkSaysWhatEachFileIs() {
        Path entry = ROOT.resolve("scenarios/catalogue/workloads/idle.yaml");
        Invocation check = Invocation.of("check", "hosted-versus-bare-metal", TinyScenario.FILE, entry);
        assertThat(check.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(check.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("scenario tiny: ") && line.endsWith("3 points"))
                .anyMatch(line -> line.endsWith("workload idle"));
    }

    @Test
    void checkPrintsWhatIsRightAndRefusesWhatIsNot() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "workload: wrong\nkind: opn\n");
        Invocation check = Invocation.of("check", TinyScenario.FILE, wrong);
        assertThat(check.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(check.out()).contains("scenario tiny");
        assertThat(check.err()).contains("wrong.yaml:2:").contains("open");
    }

    @Test
    void schemaIsThatOfTheRepository() throws IOException {
        assertThat(Invocation.of("schema").out())
                .isEqualTo(Files.readString(ROOT.resolve("scenarios/schema/scenario.schema.json")));
        assertThat(new JsonMapper().readTree(Invocation.of("schema", "platform").out()).get("$schema").asString())
                .contains("json-schema.org");
    }

    @Test
    void reportIsWrittenAgainFromTheResults() throws IOException {
        Path out = folder.resolve("tiny");
        Invocation.of("run", TinyScenario.FILE, "--platform", "tiny-native", "--quick", "--out", out);
        String page = Files.readString(out.resolve("report.html"));
        Files.delete(out.resolve("report.html"));
        Invocation report = Invocation.of("report", out);
        assertThat(report.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(report.out()).isEqualToIgnoringNewLines(out.resolve("report.html").toString());
        assertThat(out.resolve("report.html")).hasContent(page);
    }

    @Test
    void runsInAFolderAreListedAndTheirDifferencesAddUp() throws IOException {
        Path out = folder.resolve("tiny");
        Invocation.of("run", TinyScenario.FILE, "--quick", "--out", out);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("class=\"check holds\"")
                .doesNotContain("class=\"check fails\"");
        Invocation report = Invocation.of("report", folder);
        assertThat(report.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(report.out()).isEqualToIgnoringNewLines(folder.resolve("index.html").toString());
        assertThat(folder.resolve("index.html")).content().contains("href=\"./tiny/report.html\"");
    }

    @Test
    void reportOfAFolderWithoutResultsIsRefused() throws IOException {
        assertThat(Invocation.of("report", folder).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        Files.writeString(folder.resolve("results.json"), "{");
        Invocation report = Invocation.of("report", folder);
        assertThat(report.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(report.err()).contains("results.json").doesNotContain("Exception");
    }
}
