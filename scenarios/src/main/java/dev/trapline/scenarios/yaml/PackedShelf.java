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

/** The YAML files that are packed beside the classes, in a jar or in a folder of classes; each is read when asked for. */
public final class PackedShelf implements Shelf {
    /** How the bytes of a file are come by. */
    private interface Content {
        byte[] read() throws IOException;
    }

    private final Map<String, Content> files;

    private PackedShelf(Map<String, Content> files) {
        this.files = files;
    }

    public static PackedShelf of(Map<String, byte[]> files) {
        Map<String, Content> held = new TreeMap<>();
        files.forEach((name, bytes) -> held.put(name, () -> bytes));
        return new PackedShelf(held);
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
        return new PackedShelf(Files.isDirectory(place) ? ofFolder(place) : ofJar(place));
    }

    private static Map<String, Content> ofFolder(Path root) throws IOException {
        Map<String, Content> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(path -> path.toString().endsWith(".yaml"))
                    .forEach(path -> files.put(
                            root.relativize(path).toString().replace('\\', '/'), () -> Files.readAllBytes(path)));
        }
        return files;
    }

    private static Map<String, Content> ofJar(Path place) throws IOException {
        Map<String, Content> files = new TreeMap<>();
        try (JarFile jar = new JarFile(place.toFile())) {
            Enumeration<JarEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                String name = entries.nextElement().getName();
                if (name.endsWith(".yaml")) {
                    files.put(name, () -> unpacked(place, name));
                }
            }
        }
        return files;
    }

    /** Opening costs little: the directory of a jar that holds loaded classes is in memory. */
    private static byte[] unpacked(Path place, String name) throws IOException {
        try (JarFile jar = new JarFile(place.toFile());
                InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
            return in.readAllBytes();
        }
    }

    /** What lies below one of the folders, under its names there. */
    public PackedShelf below(String folder) {
        Map<String, Content> inside = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.startsWith(folder + "/")) {
                inside.put(name.substring(folder.length() + 1), content);
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
        Content content = files.get(name);
        if (content == null) {
            problems.add(asked, "", Wording.quoted(name) + " does not exist in the jar");
            return Optional.empty();
        }
        try {
            return Optional.of(content.read());
        } catch (IOException failed) {
            throw new UncheckedIOException("the packed file " + name + " cannot be read", failed);
        }
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
