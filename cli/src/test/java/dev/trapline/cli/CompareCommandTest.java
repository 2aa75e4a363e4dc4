package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two results of the small scenario are compared: pair by pair where they had the same draws, else as independent ones. */
final class CompareCommandTest {
    @TempDir
    private static Path folder;

    private static Path base;
    private static Path slower;
    private static Path otherSeed;

    @BeforeAll
    static void run() throws IOException {
        base = result("base", TinyScenario.FILE);
        otherSeed = result("seed", TinyScenario.FILE, "--seed", "8");
        Path changed = TinyScenario.copiedTo(Files.createDirectory(folder.resolve("changed")), "tiny", "tiny");
        Path work = changed.resolveSibling("tiny-work.yaml");
        Files.writeString(work, Files.readString(work).replace("10000000 cycles", "11000000 cycles"));
        slower = result("slower", changed);
    }

    private static Path result(String name, Path scenario, Object... options) {
        Path out = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of("run", scenario, "--out", out, "--set", "run.duration=3 s"));
        words.addAll(List.of(options));
        assertThat(Invocation.of(words.toArray()).exitCode()).isIn(ExitCode.DONE, ExitCode.MISSED);
        return out;
    }

    @Test
    void aResultIsLikeItself() {
        Invocation same = Invocation.of("compare", base, base.resolve("results.json"), "--fail-on", "worse");
        assertThat(same.exitCode()).as(same.err()).isEqualTo(ExitCode.DONE);
        assertThat(same.out()).contains("Nothing that was asked for has changed.").contains("0 are worse, 0 better");
    }

    @Test
    void moreWorkIsWorse() {
        Invocation compared = Invocation.of("compare", base, slower, "--fail-on", "worse:5%");
        assertThat(compared.exitCode()).isEqualTo(ExitCode.MISSED);
        assertThat(compared.out()).contains("catalogue: ").contains("#|").contains(" worse").contains("compared paired at 95.0 %");
        assertThat(compared.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(Invocation.of("compare", base, slower, "--fail-on", "worse:50%").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(Invocation.of("compare", slower, base, "--fail-on", "worse").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(Invocation.of("compare", base, slower).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void otherDrawsAreIndependent() {
        Invocation compared = Invocation.of("compare", base, otherSeed, "--all");
        assertThat(compared.out()).contains("seed: 7 -> 8").contains("no difference shown").contains("independent (Welch)");
        assertThat(compared.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aPageIsWritten() throws IOException {
        Path page = folder.resolve("pages/compare.html");
        Invocation compared = Invocation.of("compare", base, slower, "--report", page);
        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.DONE);
        assertThat(compared.out().lines()).endsWith(page.toString());
        assertThat(Files.readString(page)).contains("B is worse in ").contains("<dd>" + base + "</dd>");
        Path foreign = Files.writeString(folder.resolve("mine.html"), "<p>mine");
        Invocation refused = Invocation.of("compare", base, slower, "--report", foreign);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("was not written by Trapline");
    }

    @Test
    void machinesReadJson() {
        JsonNode json = JsonMapper.shared().readTree(Invocation.of("compare", base, slower, "--json").out());
        assertThat(json.get("changes").isEmpty()).isFalse();
        JsonNode row = json.get("rows").get(0);
        assertThat(row.get("metric").asString()).isEqualTo("throughput");
        assertThat(row.get("pairing").asString()).isEqualTo("paired");
        assertThat(row.get("ratio").asDouble()).isBetween(row.get("low").asDouble(), row.get("high").asDouble());
    }

    /** Results of older versions have no values of replications: they are compared by their intervals. */
    @Test
    void olderResultsAreComparedByTheirIntervals() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old")).resolve("results.json");
        String text = Files.readString(base.resolve("results.json"));
        int samples = text.indexOf("\"samples\"");
        Files.writeString(old, text.substring(0, text.lastIndexOf(',', samples)) + "}\n");
        Invocation compared = Invocation.of("compare", old, slower);
        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.DONE);
        assertThat(compared.out()).contains("independent (Welch)").contains(" worse");
    }

    /** What is saturated has no latency that could differ: that must not pass for no difference. */
    @Test
    void whatIsNoLongerCarriedIsWorse() throws IOException {
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(Files.readString(base.resolve("results.json")));
        ArrayNode metrics = (ArrayNode) tree.get("metrics");
        ObjectNode state = null;
        for (JsonNode row : metrics) {
            if (state == null && row.get("metric").asString().equals("throughput") && !row.get("guest").asString().isEmpty()) {
                state = (ObjectNode) row.deepCopy();
            }
        }
        metrics.add(state.put("metric", "steady-state").put("text", "none: saturated, limited by cores"));
        Path saturated = Files.createDirectory(folder.resolve("saturated"));
        Files.writeString(saturated.resolve("results.json"), tree.toString());
        Path page = folder.resolve("saturated.html");
        Invocation compared = Invocation.of("compare", base, saturated, "--fail-on", "worse:50%", "--report", page);
        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.MISSED);
        assertThat(compared.out()).containsPattern("steady-state +carried +saturated").contains("the second's 1 is worse");
        assertThat(compared.out().replaceAll("\\s+", " ")).contains("The second no longer carries the load of tiny-native, load");
        assertThat(Files.readString(page)).contains("B is worse in 1 of ").contains("B no longer carries the load of tiny-native");
        Invocation back = Invocation.of("compare", saturated, base, "--fail-on", "worse");
        assertThat(back.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(back.out()).contains("1 better");
        assertThat(Invocation.of("compare", saturated, saturated).out()).contains("0 are worse, 0 better");
    }

    @Test
    void onlyAnotherComparisonIsReplaced() throws IOException {
        Path report = slower.resolve("report.html");
        String before = Files.readString(report);
        Invocation refused = Invocation.of("compare", base, slower, "--report", report);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("is a page of another kind");
        assertThat(Files.readString(report)).isEqualTo(before);
        Invocation directory = Invocation.of("compare", base, slower, "--report", folder);
        assertThat(directory.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(directory.err()).contains("is a folder; name a file");
        Path page = folder.resolve("twice.html");
        for (int i = 0; i < 2; i++) {
            assertThat(Invocation.of("compare", base, slower, "--report", page).exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void badInputIsSaid() {
        Invocation missing = Invocation.of("compare", folder.resolve("none"), folder.resolve("neither"));
        assertThat(missing.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(missing.err().lines()).hasSize(2).allMatch(line -> line.contains("is no file"));
        Invocation wrong = Invocation.of("compare", base, base, "--fail-on", "better");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(wrong.err()).contains("expected 'worse' or 'worse:5%', got 'better'");
    }
}
