package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.cli.print.SheetLines;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a command tells people fits a terminal of 80 columns, with the longest names too; an address or a path stays whole. */
final class WidthTest {
    private static final int COLUMNS = 80;
    private static final String LONG_NAMES = "hosted-versus-bare-metal";
    private static final List<String> BRIEFLY = List.of("--set", "run.duration=100 ms", "--set", "run.warm-up=50 ms", "--quick");

    @TempDir
    private static Path folder;

    private static Path first;
    private static Path second;

    @BeforeAll
    static void run() {
        first = result("first", "--vary", "guests.load.count=2");
        second = result("second", "--vary", "guests.load.count=2", "--set", "guests.load.memory=600 MiB", "--seed", "3");
    }

    private static Path result(String name, Object... options) {
        Path out = folder.resolve(name);
        assertFits(with("run", List.of(LONG_NAMES, "--with-bounds", "--out", out, "--vary", "guests.load.workload=web-dynamic"), options));
        return out;
    }

    private static List<Object> with(String command, List<?> fixed, Object... options) {
        List<Object> words = new ArrayList<>(List.of(command));
        words.addAll(fixed);
        words.addAll(List.of(options));
        words.addAll(BRIEFLY);
        return words;
    }

    private static void assertFits(List<?> words) {
        Invocation ended = Invocation.of(words.toArray());
        assertThat(ended.exitCode()).as("%s: %s", words, ended.err()).isIn(ExitCode.DONE, ExitCode.MISSED);
        assertThat(ended.out().lines())
                .as("%s", words)
                .isNotEmpty()
                .allMatch(WidthTest::fits);
    }

    private static boolean fits(String line) {
        return line.length() <= COLUMNS || !line.strip().contains(" ");
    }

    @Test
    void comparisonsFit() {
        assertFits(List.of("compare", first, second));
        assertFits(List.of("compare", first, second, "--all", "--report", folder.resolve("compare.html")));
    }

    @Test
    void sensitivityFits() {
        assertFits(with(
                "sensitivity", List.of(LONG_NAMES, "--platform", "virtual-server-2005-r2-sp1", "--trajectories", "2", "--out",
                        folder.resolve("sensitivity"), "--set", "guests.load.count=2", "--set", "guests.load.workload=web-dynamic")));
    }

    @Test
    void timelinesAndReportsFit() {
        assertFits(List.of(
                "trace", LONG_NAMES, "--platform", "virtual-server-2005-r2-sp1 (like-workstation-unoptimised)", "--point",
                "guests.load.count=1", "--point", "guests.load.workload=cpu-batch", "--from", "10 ms", "--for", "1 ms", "--out",
                folder.resolve("t.json")));
        assertFits(List.of("report", first));
        assertFits(List.of("report", folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help", "run --help", "sensitivity --help", "solve --help", "trace --help", "compare --help", "rerun --help",
                "check --help", "list --help", "list platforms", "show --help", "validate --help", "schema --help", "report --help",
                "check three-tiers", "show xen-credit", "show open", "solve hosted-versus-bare-metal",
                "validate exit-costs-2018 kvm-2007 --quick"
            })
    void commandsFit(String words) {
        assertFits(List.of(words.split(" ")));
    }

    @Test
    void everyEntryOfTheCatalogueFits() {
        Catalogue catalogue = Catalogue.standard(Vocabulary.standard());
        for (CatalogueKind kind : CatalogueKind.values()) {
            for (String name : catalogue.names(kind)) {
                assertThat(SheetLines.of(catalogue.sheet(name).value(), false)).as(name).allMatch(WidthTest::fits);
            }
        }
    }
}
