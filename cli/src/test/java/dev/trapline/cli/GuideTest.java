package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of the guide is a good one, and every command in it does what it should, with little simulated time. */
final class GuideTest {
    private static final Path ROOT = Path.of(System.getProperty("trapline.root"));
    private static final Path GUIDE = ROOT.resolve("docs/guide");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(sh|yaml)\\R(.*?)^```$");
    private static final Pattern NAME = Pattern.compile("`([a-z-]+\\.yaml)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern SCENARIO = Pattern.compile("(?m)^scenario: (.+)$");
    private static final List<String> BRIEFLY = List.of("--set", "run.duration=100 ms", "--set", "run.warm-up=50 ms");
    private static final String FEW_DRAWS = "2";

    @TestFactory
    Stream<DynamicTest> everyPageWorks() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(GUIDE)) {
            pages = files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
        assertThat(pages).hasSizeGreaterThanOrEqualTo(9);
        return pages.stream().map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> {
            Path folder = Files.createTempDirectory("guide");
            try {
                assertPageWorks(Files.readString(page), folder);
            } finally {
                delete(folder);
            }
        }));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            for (Path page : files.toList()) {
                Matcher link = LINK.matcher(Files.readString(page));
                while (link.find()) {
                    if (link.group(1).startsWith("https:")) {
                        continue;
                    }
                    assertThat(page.resolveSibling(link.group(1))).as("%s", page).exists();
                }
                assertThat(Files.readString(GUIDE.resolve("README.md")))
                        .contains(page.endsWith("README.md") ? "Guide" : "(" + page.getFileName() + ")");
            }
        }
    }

    private static void assertPageWorks(String page, Path folder) throws IOException {
        writeFiles(page, folder);
        int commands = 0;
        Matcher fence = FENCE.matcher(page);
        while (fence.find()) {
            if (fence.group(1).equals("sh")) {
                for (String line : fence.group(2).lines().toList()) {
                    assertWorks(line, folder);
                    commands++;
                }
            }
        }
        assertThat(commands).isPositive();
    }

    /** A file has the last name that stands before it. */
    private static void writeFiles(String page, Path folder) throws IOException {
        Matcher fence = FENCE.matcher(page);
        while (fence.find()) {
            if (fence.group(1).equals("yaml")) {
                String name = "";
                Matcher named = NAME.matcher(page.substring(0, fence.start()));
                while (named.find()) {
                    name = named.group(1);
                }
                Files.writeString(folder.resolve(name), fence.group(2));
            }
        }
    }

    private static void assertWorks(String line, Path folder) throws IOException {
        assertThat(line).startsWith("trapline ");
        List<Object> words = new ArrayList<>();
        for (String word : line.substring("trapline ".length()).split(" ")) {
            words.add(placed(word, folder));
        }
        if (words.get(0).equals("run")) {
            words.addAll(BRIEFLY);
            addQuick(words);
            if (words.contains("--draws")) {
                words.set(words.indexOf("--draws") + 1, FEW_DRAWS);
            }
            if (!words.contains("--out")) {
                words.add("--out");
                words.add(folder.resolve("results").resolve(scenario(words.get(1).toString())));
            }
        } else if (words.get(0).equals("validate")) {
            addQuick(words);
        } else if (words.get(0).equals("sensitivity")) {
            words.addAll(BRIEFLY);
            addQuick(words);
            words.set(words.indexOf("--trajectories") + 1, FEW_DRAWS);
        }
        Invocation ended = Invocation.of(words.toArray());
        boolean mayMiss = words.get(0).equals("run") || words.contains("--fail-on");
        assertThat(ended.exitCode())
                .as(() -> line + "\n" + ended.out() + ended.err())
                .isIn(mayMiss ? List.of(ExitCode.DONE, ExitCode.MISSED) : List.of(ExitCode.DONE));
        assertThat(ended.out()).as(line).isNotBlank();
    }

    private static void addQuick(List<Object> words) {
        if (!words.contains("--quick")) {
            words.add("--quick");
        }
    }

    /** Files of the page and results lie in the folder, files of the repository where they are. */
    private static Object placed(String word, Path folder) {
        if (Files.exists(folder.resolve(word)) || word.equals("results") || word.startsWith("results/")) {
            return folder.resolve(word);
        }
        return word.startsWith("scenarios/") ? ROOT.resolve(word) : word;
    }

    private static String scenario(String file) throws IOException {
        if (!Files.exists(Path.of(file))) {
            return file;
        }
        Matcher named = SCENARIO.matcher(Files.readString(Path.of(file)));
        assertThat(named.find()).isTrue();
        return named.group(1);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
