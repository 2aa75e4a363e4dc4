package dev.trapline.scenarios.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.Soon;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlReaderTest {

    @BeforeAll
    static void loadClasses() {
        problems("a: 1".getBytes(StandardCharsets.UTF_8));
    }

    static List<Problem> problems(byte[] bytes) {
        Problems problems = new Problems();
        YamlReader.read("f.yaml", bytes, problems);
        return problems.list();
    }

    static LocatedNode tree(String text) {
        Problems problems = new Problems();
        LocatedNode tree = YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        assertThat(problems.list()).isEmpty();
        return tree;
    }

    @Test
    void keysAndValuesKnowTheirPlaces() {
        Mapping tree = (Mapping) tree("a: 1\nb:\n  c: 30 ms\n");
        Mapping b = (Mapping) tree.find("b").orElseThrow();
        assertThat(tree.entries().get("b").place()).isEqualTo(new Place("f.yaml", 2, 1));
        assertThat(b.find("c").orElseThrow().place()).isEqualTo(new Place("f.yaml", 3, 6));
    }

    @Test
    void duplicatesAreAllReportedWithBothPlaces() {
        assertThat(problems("a: 1\na: 2\nb: {c: 1, c: 2}\n".getBytes(StandardCharsets.UTF_8)))
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:2:1: duplicate key 'a', first at f.yaml:1:1",
                        "f.yaml:3:11: duplicate key 'c', first at f.yaml:3:5");
    }

    static Stream<Arguments> hostile() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(8) + "*a" + (i - 1) + "]\n");
        }
        return Stream.of(
                text("alias bomb", bomb.toString(), "aliases expand to more than"),
                text("100,000 nested lists", ("[".repeat(1000) + "\n").repeat(100), "nested at most 64 deep"),
                text("100,000 nested mappings", ("{a: ".repeat(1000) + "\n").repeat(100), "nested at most 64 deep"),
                text("5 MiB of text", "a: " + "x".repeat(5 << 20), "at most 1 MiB"),
                text("many keys", keys(90_000), "must hold at most 100,000 keys and values"),
                text("many items", "a: [" + "x,\n".repeat(300_000) + "]", "must hold at most 100,000 keys and values"),
                text("a long line", "a: " + "x".repeat(1 << 16), "f.yaml:1:1: lines must be at most 64 KiB"),
                text("tab", "a:\n\tb: 1\n", "f.yaml:2:1: must be indented with spaces, got a tab"),
                text("tab after spaces", "a:\n  \tb: 1\n", "f.yaml:2:1: must be indented with spaces, got a tab"),
                text("empty", "", "f.yaml: is empty"),
                text("comments only", "# nothing\n", "f.yaml: is empty"),
                text("two documents", "a: 1\n---\nb: 2\n", "f.yaml:3:1: a second document starts"),
                text("unclosed list", "a: [1, 2\nb: 3\n", "expected ',' or ']'"),
                text("unknown alias", "a: *nope\n", "invalid alias: nope"),
                text("alias of itself", "a: &a [*a]\n", "invalid alias: a"),
                text("list as key", "? [a, b]\n: c\n", "a key must be a word"),
                text("zero byte", "a: 1\nb: \u0000\n", "f.yaml:2:4: must be text, got the control character U+0000"),
                text("escape sequence", "a: \u001b[2J\n", "U+001B"),
                text("bad directive", "%YAML 9.9\n---\na: 1\n", "must be YAML 1.2 or older"),
                text("percent", "a: %x\n", "f.yaml:1:4: is not YAML"),
                encoded("UTF-16", "a: 1\n", StandardCharsets.UTF_16, "must be UTF-8 without a byte order mark"),
                encoded("UTF-16 without mark", "a: 1\n", StandardCharsets.UTF_16LE, "got UTF-16 or UTF-32"),
                encoded("UTF-32", "a: 1\n", Charset.forName("UTF-32BE"), "must be"),
                encoded("byte order mark", "\ufeffa: 1\n", StandardCharsets.UTF_8, "must be UTF-8 without a byte order mark"),
                encoded("Latin-1", "a: 1\nb: na\u00efve\n", StandardCharsets.ISO_8859_1, "f.yaml:2:6: must be UTF-8, got the byte 0xef"),
                Arguments.of("binary", binary(), "must be"));
    }

    private static Arguments text(String name, String text, String problem) {
        return encoded(name, text, StandardCharsets.UTF_8, problem);
    }

    private static Arguments encoded(String name, String text, Charset charset, String problem) {
        return Arguments.of(name, text.getBytes(charset), problem);
    }

    private static byte[] binary() {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileTextIsAProblemSoon(String name, byte[] bytes, String problem) {
        List<Problem> found = Soon.done(() -> problems(bytes));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).toString()).contains(problem).hasLineCount(1).hasSizeLessThan(300);
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
    }

    static Stream<Arguments> large() {
        String line = "x".repeat((1 << 16) - 10);
        return Stream.of(
                Arguments.of("long lines of one text", "a: " + ("  " + line + "\n").repeat(15)),
                Arguments.of("long lines in quotes", "a: \"" + (line + "\n").repeat(15) + "\""),
                Arguments.of("many keys", keys(40_000)),
                Arguments.of("many items", "a: [" + "x,\n".repeat(90_000) + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void theLargestFilesAreReadSoon(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Soon.done(() -> problems(bytes))).isEmpty();
    }

    @Test
    void whatIsNoReadableFileIsAProblem(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("inner"));
        Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);
        FolderShelf shelf = FolderShelf.of(folder);
        Problems problems = new Problems();
        for (String name : List.of("missing.yaml", "inner", "large.yaml", "nul\u0000.yaml", "/dev/zero")) {
            assertThat(shelf.read(name, Place.of(name), problems)).as(name).isEmpty();
        }
        assertThat(problems.list()).extracting(Problem::text).anyMatch(text -> text.endsWith("does not exist"))
                .anyMatch(text -> text.endsWith("is a folder, a file is due"))
                .anyMatch(text -> text.endsWith("must be at most 1 MiB, got 1048577 bytes"))
                .anyMatch(text -> text.endsWith("is no name of a file"))
                .anyMatch(text -> text.endsWith("is no regular file"));
    }

    @Test
    void whatIsWrittenReadsToTheSameTree() {
        String text = "a: 1\n"
                + "b: [x, \"1\", \"true\", \"a: b\", \"- c\", \"#\", \"\", \"it's\", \"\\\"q\\\"\", 1.5, true, null, \"~\", \"1e3\"]\n"
                + "\"odd key: #1\": { deep: [[1, 2], [3]], none: {}, list: [] }\n"
                + "long: [" + "some words that go on, ".repeat(10) + "end]\n"
                + "map: {" + "k".repeat(40) + ": " + "v".repeat(60) + ", l: {m: {n: [" + "o, ".repeat(60) + "p]}}}\n"
                + "items: [{ a: " + "x".repeat(100) + ", b: " + "y".repeat(100) + " }, z]\n";
        String written = YamlWriter.write(tree(text));
        assertThat(YamlWriter.write(tree(written))).isEqualTo(written);
        assertThat(YamlWriter.flow(tree(written))).isEqualTo(YamlWriter.flow(tree(text)));
        assertThat(written.lines()).allMatch(line -> line.length() <= 120);
    }
}
