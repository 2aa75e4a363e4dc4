package dev.trapline.scenarios.yaml;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder on disk. */
public final class FolderShelf implements Shelf {
    private final Path folder;

    private FolderShelf(Path folder) {
        this.folder = folder;
    }

    public static FolderShelf of(Path folder) {
        return new FolderShelf(folder);
    }

    @Override
    public boolean holds(String name) {
        return path(name).filter(Files::exists).isPresent();
    }

    @Override
    public String shown(String name) {
        return path(name).map(path -> path.normalize().toString()).orElse(name);
    }

    /** Reads regular files alone, so that neither a pipe nor a device can hold the program up, and never more than 1 MiB. */
    @Override
    public Optional<byte[]> read(String name, Place asked, Problems problems) {
        Optional<Path> path = path(name);
        String refusal = path.map(FolderShelf::refusal).orElse("is no name of a file");
        if (!refusal.isEmpty()) {
            problems.add(asked, "", Wording.quoted(shown(name)) + " " + refusal);
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path.get())) {
            return Optional.of(in.readNBytes(YamlReader.MOST_BYTES + 1));
        } catch (IOException failed) {
            problems.add(asked, "", Wording.quoted(shown(name)) + " cannot be read: " + failed.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static String refusal(Path path) {
        try {
            if (!Files.exists(path)) {
                return "does not exist";
            }
            if (Files.isDirectory(path)) {
                return "is a folder, a file is due";
            }
            if (!Files.isRegularFile(path)) {
                return "is no regular file";
            }
            if (!Files.isReadable(path)) {
                return "may not be read: permission denied";
            }
            long size = Files.size(path);
            return size > YamlReader.MOST_BYTES ? "must be at most 1 MiB, got " + size + " bytes" : "";
        } catch (IOException failed) {
            return "cannot be read: " + failed.getClass().getSimpleName();
        }
    }

    @Override
    public List<String> list(String name) {
        Optional<Path> path = path(name).filter(Files::isDirectory);
        if (path.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path.get())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            return List.of();
        }
    }

    @Override
    public boolean contains(String name) {
        try {
            Optional<Path> path = path(name);
            return path.isPresent() && path.get().toRealPath().startsWith(folder.toRealPath());
        } catch (IOException missing) {
            return true;
        }
    }

    private Optional<Path> path(String name) {
        try {
            return Optional.of(folder.resolve(name));
        } catch (InvalidPathException invalid) {
            return Optional.empty();
        }
    }
}
