package dev.trapline.scenarios.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedShelfTest {
    private static final List<String> FILES = List.of("catalogue/cpus/a.yaml", "catalogue/sources.yaml", "gallery/b.yaml", "x.class");

    @TempDir
    Path folder;

    @Test
    void aJarAndAFolderHoldTheSame() throws IOException {
        Path jar = folder.resolve("some.jar");
        Path classes = folder.resolve("classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String file : FILES) {
                out.putNextEntry(new JarEntry(file));
                out.write(file.getBytes(StandardCharsets.UTF_8));
                Files.createDirectories(classes.resolve(file).getParent());
                Files.writeString(classes.resolve(file), file);
            }
        }
        for (PackedShelf shelf : List.of(PackedShelf.at(jar), PackedShelf.at(classes))) {
            PackedShelf catalogue = shelf.below("catalogue");
            assertThat(shelf.list("gallery")).containsExactly("b.yaml");
            assertThat(shelf.list("")).isEmpty();
            assertThat(catalogue.list("cpus")).containsExactly("a.yaml");
            assertThat(catalogue.list("")).containsExactly("sources.yaml");
            assertThat(catalogue.read("cpus/a.yaml", Place.of("x"), new Problems()).orElseThrow())
                    .isEqualTo("catalogue/cpus/a.yaml".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aMissingFileIsAProblem() {
        Problems problems = new Problems();
        PackedShelf shelf = PackedShelf.of(java.util.Map.of());
        assertThat(shelf.read("x.yaml", Place.of("s.yaml"), problems)).isEmpty();
        assertThat(problems.list()).extracting(Problem::toString).containsExactly("s.yaml: 'x.yaml' does not exist in the jar");
    }
}
