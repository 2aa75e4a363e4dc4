package dev.trapline.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder written beside its target and then moved into place.
 *
 * <p>The old folder is moved aside, the new one moved in, and only then is the old one deleted, so that a failure at
 * any moment leaves one of the two whole.
 */
final class StagedFolder {
    /** What a file will hold. */
    interface Content {
        void writeTo(OutputStream stream) throws IOException;
    }

    private StagedFolder() {}

    /** The folder meant, absolute and behind symbolic links. */
    static Path real(Path directory) throws IOException {
        Path absolute = directory.toAbsolutePath().normalize();
        return Files.exists(absolute) ? absolute.toRealPath() : absolute;
    }

    static void requireReplaceable(Path target) throws IOException {
        if (target.getFileName() == null || workingDirectory().startsWith(target)) {
            throw new ForeignFolderException(
                    target, "the current folder and those above it cannot be replaced; name a folder of its own.");
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new ForeignFolderException(target, "is a file, and results need a folder.");
        }
        if (!isEmpty(target) && !isOurs(target)) {
            throw new ForeignFolderException(
                    target, "holds files that Trapline did not write, so it is not replaced; name another folder.");
        }
    }

    /** Makes the target hold these files (paths relative to it) and whatever somebody else had put there. */
    static void replace(Path target, Map<String, Content> files) throws IOException {
        Files.createDirectories(target.getParent());
        Path staged = createBeside(target, "part");
        try {
            for (Map.Entry<String, Content> file : files.entrySet()) {
                Path path = staged.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(path))) {
                    file.getValue().writeTo(stream);
                }
            }
            moveIn(staged, target);
        } finally {
            delete(staged);
        }
    }

    private static void moveIn(Path staged, Path target) throws IOException {
        if (!Files.exists(target)) {
            move(staged, target);
            return;
        }
        Path aside = createBeside(target, "old").resolve("folder");
        move(target, aside);
        try {
            move(staged, target);
        } catch (IOException problem) {
            move(aside, target);
            delete(aside.getParent());
            throw problem;
        }
        carryOver(aside, target);
        delete(aside.getParent());
    }

    private static void carryOver(Path from, Path to) throws IOException {
        for (Path entry : entries(from)) {
            String name = entry.getFileName().toString();
            if (!ReportFolder.ENTRIES.contains(name)) {
                move(entry, to.resolve(name));
            }
        }
    }

    private static boolean isOurs(Path directory) throws IOException {
        Path results = directory.resolve(ReportFolder.RESULTS);
        return Files.isRegularFile(results) && ResultsHeader.of(results).isOurs();
    }

    private static boolean isEmpty(Path directory) throws IOException {
        return entries(directory).isEmpty();
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    private static Path workingDirectory() throws IOException {
        return Path.of("").toRealPath();
    }

    private static Path createBeside(Path target, String ending) throws IOException {
        for (int number = 1; ; number++) {
            Path path = target.resolveSibling("." + target.getFileName() + "." + ending + number);
            try {
                return Files.createDirectory(path);
            } catch (FileAlreadyExistsException taken) {
                // Another run, or one that was killed: take the next number.
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(from, to);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException problem) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
