package dev.trapline.scenarios.yaml;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The YAML files that are packed beside the classes, in a jar or in a folder of classes. */
public final class PackedShelf implements Shelf {
    private final Map<String, byte[]> files;

    private PackedShelf(Map<String, byte[]> files) {
        this.files = files;
    }

    public static PackedShelf of(Map<String, byte[]> files) {
        return new PackedShelf(new TreeMap<>(files));
    }

    /** All packed YAML files below the place that the class was loaded from. */
    public static PackedShelf beside(Class<?> anchor) {
        try {
            Path place = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            return at(place);
        } catch (IOException failed) {
            throw new UncheckedIOException("the packed catalogue of " + anchor.getName() + " cannot be read", failed);
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("no place for the classes beside " + anchor.getName(), odd);
        }
    }

    /** All YAML files in a jar, or below a folder. */
    static PackedShelf at(Path place) throws IOException {
        return of(Files.isDirectory(place) ? ofFolder(place) : ofJar(place));
    }

    private static Map<String, byte[]> ofFolder(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    private static Map<String, byte[]> ofJar(Path place) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = new JarFile(place.toFile())) {
            Enumeration<JarEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".yaml")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    /** What lies below one of the folders, under its names there. */
    public PackedShelf below(String folder) {
        Map<String, byte[]> inside = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (name.startsWith(folder + "/")) {
                inside.put(name.substring(folder.length() + 1), bytes);
            }
        });
        return new PackedShelf(inside);
    }

    @Override
    public boolean holds(String name) {
        return files.containsKey(name);
    }

    @Override
    public String shown(String name) {
        return name;
    }

    @Override
    public Optional<byte[]> read(String name, Place asked, Problems problems) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            problems.add(asked, "", Wording.quoted(name) + " does not exist in the jar");
        }
        return Optional.ofNullable(bytes);
    }

    @Override
    public List<String> list(String folder) {
        String start = folder.isEmpty() ? "" : folder + "/";
        return files.keySet().stream()
                .filter(name -> name.startsWith(start) && name.indexOf('/', start.length()) < 0)
                .map(name -> name.substring(start.length()))
                .toList();
    }

    /** The names of all files below a folder, sorted. */
    public List<String> all(String folder) {
        return List.copyOf(below(folder).files.keySet());
    }

    @Override
    public boolean contains(String name) {
        return true;
    }
}
