package dev.trapline.cli.resume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A hash of the program that makes runs: of the names, sizes and check sums of what is in its jar, or of all files of its class
 * folders. A version alone would not do, for a build between two versions has that of the last.
 */
final class ProgramIdentity {
    private ProgramIdentity() {}

    /** Of the program parts that these classes belong to. */
    static String of(List<Class<?>> classes) {
        Set<Path> places = new LinkedHashSet<>();
        classes.forEach(member -> places.add(place(member)));
        StringBuilder contents = new StringBuilder();
        try {
            for (Path place : places) {
                contents.append(Files.isDirectory(place) ? folder(place) : jar(place));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Hash.of(contents.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Path place(Class<?> member) {
        CodeSource source = member.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException strange) {
            throw new IllegalStateException("cannot find the program's own files, " + source, strange);
        }
    }

    private static String jar(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            StringBuilder contents = new StringBuilder();
            Collections.list(jar.entries()).forEach(entry ->
                    contents.append(entry.getName()).append(' ').append(entry.getSize()).append(' ').append(entry.getCrc()).append('\n'));
            return contents.toString();
        }
    }

    private static String folder(Path folder) throws IOException {
        StringBuilder contents = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.append(folder.relativize(file)).append(' ').append(Hash.of(Files.readAllBytes(file))).append('\n');
            }
        }
        return contents.toString();
    }
}
