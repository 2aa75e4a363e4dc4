package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RunCommandTest {
    /** What makes a run short: one guest, natively, and nothing expected. */
    private static final String[] SHORT = {"--platform", "tiny-native", "--set", "guests.load.count=1", "--quick"};

    @TempDir
    private Path folder;

    @Test
    void printsWhatWasFoundAndWhereTheReportIs() throws IOException {
        Invocation run = Invocation.of("run", TinyScenario.FILE, "--out", folder.resolve("tiny"), "--draws", "5");
        String shown = run.out().replaceFirst("events, .* s\n", "events, WALL s\n");
        GoldenText.assertIs("tiny.txt", shown.replace(folder.toString(), "FOLDER"));
        assertThat(shown.replace(folder.toString(), "FOLDER").lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).as("an expectation misses").isEqualTo(ExitCode.MISSED);
    }

    @Test
    void writesTheWholeFolder() throws IOException {
        Path out = folder.resolve("new/tiny");
        assertThat(shortly(TinyScenario.FILE, "--out", out).exitCode()).isEqualTo(ExitCode.DONE);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "results.json", "run.json", "results.csv", "ledger.csv", "ranking.csv", "charts", "report.html");
        }
        JsonNode facts = new JsonMapper().readTree(Files.readString(out.resolve("run.json")));
        assertThat(facts.get("eventsExecuted").asLong()).isPositive();
        assertThat(facts.get("wallSeconds").asDouble()).isPositive();
        assertThat(facts.get("threads").asInt()).isPositive();
        assertThat(facts.get("version").asString()).isEqualTo(Version.number()).matches("[0-9]+\\..*");
        assertThat(facts.get("jdk").asString()).contains(System.getProperty("java.version"));
    }

    @Test
    void csvIsTheFiguresAndNothingElse() throws IOException {
        Path out = folder.resolve("tiny");
        assertThat(shortly(TinyScenario.FILE, "--out", out, "--csv").out()).isEqualTo(Files.readString(out.resolve("results.csv")));
        assertThat(shortly(TinyScenario.FILE, "--out", out, "--csv", "--json").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void jsonIsTheResultsAndNothingElse() throws IOException {
        Path out = folder.resolve("tiny");
        Invocation run = shortly(TinyScenario.FILE, "--out", out, "--json");
        assertThat(run.out()).isEqualTo(Files.readString(out.resolve("results.json")));
        assertThat(new JsonMapper().readTree(run.out()).get("scenario").asString()).isEqualTo("tiny");
    }

    @Test
    void overridesReachTheRun() throws IOException {
        Path out = folder.resolve("tiny");
        Invocation run = Invocation.of(
                "run", TinyScenario.FILE, "--out", out, "--quick", "--seed", "11", "--threads", "1", "--json",
                "--platform", "tiny-native", "--platform", "tiny-trapping",
                "--vary", "guests.load.count=1,2", "--set", "machine.clock=2 GHz");
        JsonNode results = new JsonMapper().readTree(run.out());
        assertThat(results.get("settings").get("seed").asLong()).isEqualTo(11);
        assertThat(results.get("settings").get("quick").asBoolean()).isTrue();
        assertThat(results.get("points")).hasSize(2);
        assertThat(results.get("platforms")).hasSize(2);
        assertThat(results.get("resolvedScenario").asString()).contains("2 GHz");
    }

    @Test
    void severalFilesGetAFolderEach() throws IOException {
        Path other = TinyScenario.copiedTo(folder, "scenario: tiny", "scenario: other");
        Invocation run = shortly(TinyScenario.FILE, other, "--out", folder.resolve("all"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("all/tiny/report.html")).exists();
        assertThat(folder.resolve("all/other/report.html")).exists();
    }

    @Test
    void twoScenariosOfOneNameAreRefusedBeforeAnythingRuns() {
        Path same = TinyScenario.copiedTo(folder, "", "");
        Invocation run = shortly(TinyScenario.FILE, same, "--out", folder.resolve("all"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(same.toString(), TinyScenario.FILE.toString(), "would be written into");
        assertThat(folder.resolve("all")).doesNotExist();
    }

    @Test
    void aFolderOfSomebodyElseIsNotReplaced() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("results.json"), "mine");
        Invocation run = shortly(TinyScenario.FILE, "--out", foreign);
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(foreign.toString());
        assertThat(foreign.resolve("results.json")).hasContent("mine");
    }

    /** A mix that names what the CPU has no cost for is found before anything runs. */
    @Test
    void whatNobodyCanPriceIsRefused() throws IOException {
        Path file = TinyScenario.copiedTo(folder, "", "");
        Path workload = folder.resolve("tiny-work.yaml");
        Files.writeString(workload, Files.readString(workload).replace("    system-call:", "    iret:"));
        Invocation run = Invocation.of("run", file, "--out", folder.resolve("out"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("tiny-native", "iret").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void progressIsForTerminalsAlone() {
        Terminal watched = Terminal.of(true, true, Map.of());
        Invocation run = Invocation.on(watched, all(TinyScenario.FILE, "--out", folder.resolve("tiny")));
        assertThat(run.err()).contains("\rtiny  ", " runs, ", " left");
        assertThat(run.err()).as("wiped at the end").endsWith(" \r");
        assertThat(shortly(TinyScenario.FILE, "--out", folder.resolve("tiny")).err()).doesNotContain("\r", " runs, ");
    }

    @Test
    void colourIsForTerminalsWithoutNoColor() {
        Object[] arguments = all(TinyScenario.FILE, "--out", folder.resolve("tiny"));
        Terminal plain = Terminal.of(true, false, Map.of("NO_COLOR", "1"));
        assertThat(Invocation.on(Terminal.of(true, false, Map.of()), arguments).out()).contains("\u001b[");
        assertThat(Invocation.on(plain, arguments).out()).doesNotContain("\u001b[");
        assertThat(Invocation.of(arguments).out()).doesNotContain("\u001b[");
    }

    @Test
    void hostileNamesDoTheTerminalNoHarm() {
        Path file = TinyScenario.copiedTo(folder, "scenario: tiny", "scenario: \"a\\e[2J<script>\"");
        Invocation run = Invocation.on(Terminal.of(true, true, Map.of()), all(file, "--out", folder.resolve("out")));
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("a\\u001b[2J<script>").doesNotContain("\u001b[2J");
        assertThat(run.err()).contains("a\\u001b[2J<script>").doesNotContain("\u001b[2J");
    }

    @Test
    void theGalleryNeedsNoPath() {
        Invocation run = Invocation.of(
                "run", "hosted-versus-bare-metal", "--quick", "--platform", "native", "--set", "guests.load.count=1",
                "--set", "guests.load.workload=cpu-batch", "--out", folder.resolve("gallery"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("hosted-versus-bare-metal   1 platform, 1 point, 3 replications, 4 s each, quick");
    }

    private static Invocation shortly(Object... arguments) {
        return Invocation.of(all(arguments));
    }

    private static Object[] all(Object... arguments) {
        return Stream.of(Stream.of((Object) "run"), Stream.of(arguments), Stream.of((Object[]) SHORT))
                .flatMap(words -> words)
                .toArray();
    }
}
