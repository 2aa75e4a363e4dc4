package dev.trapline.cli.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.run.Laboratory;
import dev.trapline.scenarios.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnfinishedFolderTest {
    private static final byte[] RUN = "a run\nof two lines".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private UnfinishedFolder of(String program) {
        return new UnfinishedFolder(folder.resolve("x.unfinished"), program);
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("x.unfinished"))) {
            return files.filter(file -> file.toString().endsWith(".run")).findFirst().orElseThrow();
        }
    }

    @Test
    void whatIsKeptIsFoundByTheSameProgramAlone() {
        assertThat(of("p").find("k")).isEmpty();
        UnfinishedFolder kept = of("p");
        kept.keep("k", RUN);
        assertThat(kept.find("k")).hasValue(RUN);
        UnfinishedFolder later = of("p");
        assertThat(later.find("k")).hasValue(RUN);
        assertThat(later.find("k")).as("asked for again").hasValue(RUN);
        assertThat(later.find("other")).isEmpty();
        assertThat(of("q").find("k")).isEmpty();
        assertThat(later.found()).isEqualTo(1);
        assertThat(kept.found()).as("its own").isZero();
        assertThat(kept.trouble()).isEmpty();
    }

    @Test
    void whatIsDamagedOrForeignIsNotFoundAndIsReplaced() throws IOException {
        of("p").keep("k", RUN);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(of("p").find("k")).as("cut to %d bytes", length).isEmpty();
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(file(), flipped);
            assertThat(of("p").find("k")).as("byte %d changed", at).isEmpty();
        }
        Files.write(file(), new byte[10_000]);
        assertThat(of("p").find("k")).isEmpty();
        of("p").keep("k", RUN);
        assertThat(of("p").find("k")).hasValue(RUN);
    }

    @Test
    void theFileOfAnotherRunIsNotTakenForThisOne() throws IOException {
        of("p").keep("k", RUN);
        Path first = file();
        byte[] bytes = Files.readAllBytes(first);
        Files.delete(first);
        of("p").keep("other", RUN);
        Files.write(file(), bytes);
        assertThat(of("p").find("other")).isEmpty();
    }

    @Test
    void clearingLeavesWhatSomebodyElsePutThere() throws IOException {
        of("p").clear();
        of("p").keep("k", RUN);
        Path name = file().getFileName();
        Files.writeString(folder.resolve("x.unfinished").resolve(name.toString().replace(".run", "-1-1.part")), "half");
        of("p").clear();
        assertThat(folder.resolve("x.unfinished")).doesNotExist();
        of("p").keep("k", RUN);
        Path mine = Files.writeString(folder.resolve("x.unfinished").resolve("notes.txt"), "mine");
        of("p").clear();
        assertThat(mine).exists();
        assertThat(of("p").find("k")).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenTheRunGoesOn() throws IOException {
        Files.writeString(folder.resolve("x.unfinished"), "a file in the way");
        UnfinishedFolder blocked = of("p");
        blocked.keep("k", RUN);
        assertThat(blocked.find("k")).isEmpty();
        assertThat(blocked.trouble()).contains("cannot be kept");
    }

    @Test
    void aProgramIsKnownByItsContents() {
        String own = ProgramIdentity.of(List.of(Laboratory.class, ScenarioReader.class));
        assertThat(own).hasSize(64).isEqualTo(ProgramIdentity.of(List.of(Laboratory.class, ScenarioReader.class)));
        assertThat(own).isNotEqualTo(ProgramIdentity.of(List.of(Laboratory.class)));
    }
}
