package dev.trapline.cli.resume;

import dev.trapline.run.FinishedRuns;
import dev.trapline.run.Laboratory;
import dev.trapline.scenarios.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The folder {@code NAME.unfinished} beside a result folder {@code NAME}, in which finished runs lie until all results are
 * written: a file {@code KEY.run} for each, where KEY also stands for the program that made it.
 *
 * <p>A file holds one line that names the format, the key and a hash of the rest, and then the run. It is written under another
 * name and moved into place, so that it is whole or not there; one that is damaged nevertheless, or holds something else, is
 * not found, and replaced once its run has been made again. Where nothing can be written, nothing is kept.
 */
public final class UnfinishedFolder implements FinishedRuns {
    private static final String FORMAT = "trapline-run 1";
    private static final String RUN = ".run";
    private static final String PART = ".part";
    private static final int LONGEST_LINE = 256;

    private final Path folder;
    private final String program;
    private final AtomicInteger parts = new AtomicInteger();
    private final Set<String> found = ConcurrentHashMap.newKeySet();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private volatile String trouble = "";

    UnfinishedFolder(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    /** That of a result folder, for the program that runs. */
    public static UnfinishedFolder beside(Path results) {
        Path absolute = results.toAbsolutePath().normalize();
        return new UnfinishedFolder(
                absolute.resolveSibling(absolute.getFileName() + ".unfinished"),
                ProgramIdentity.of(List.of(Laboratory.class, ScenarioReader.class)));
    }

    @Override
    public Optional<byte[]> find(String key) {
        String own = own(key);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(folder.resolve(own + RUN));
        } catch (IOException notThere) {
            return Optional.empty();
        }
        Optional<byte[]> run = opened(own, bytes);
        if (run.isPresent() && !made.contains(own)) {
            found.add(own);
        }
        return run;
    }

    private static Optional<byte[]> opened(String own, byte[] bytes) {
        int end = 0;
        while (end < Math.min(bytes.length, LONGEST_LINE) && bytes[end] != '\n') {
            end++;
        }
        if (end == bytes.length || end == LONGEST_LINE) {
            return Optional.empty();
        }
        byte[] run = Arrays.copyOfRange(bytes, end + 1, bytes.length);
        String line = new String(bytes, 0, end, StandardCharsets.UTF_8);
        return line.equals(line(own, run)) ? Optional.of(run) : Optional.empty();
    }

    private static String line(String own, byte[] run) {
        return FORMAT + " " + own + " " + Hash.of(run);
    }

    /** The name of a run of this program. */
    private String own(String key) {
        return Hash.of((program + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void keep(String key, byte[] run) {
        String own = own(key);
        made.add(own);
        Path part = folder.resolve(own + "-" + ProcessHandle.current().pid() + "-" + parts.incrementAndGet() + PART);
        try {
            Files.createDirectories(folder);
            byte[] head = (line(own, run) + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] whole = Arrays.copyOf(head, head.length + run.length);
            System.arraycopy(run, 0, whole, head.length, run.length);
            Files.write(part, whole);
            Files.move(part, folder.resolve(own + RUN), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannot) {
            trouble = "Finished runs cannot be kept in " + folder + " (" + cannot + "); this run cannot be continued if it is broken off.";
        }
    }

    /** How many runs were found in it that were there before; one that is asked for twice counts once. */
    public int found() {
        return found.size();
    }

    /** Why something could not be kept, in a sentence; empty if everything was. */
    public String trouble() {
        return trouble;
    }

    /** Takes away what Trapline put into it, and the folder if nothing else is left there. */
    public void clear() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> all = Files.list(folder)) {
            entries = all.toList();
        }
        for (Path entry : entries) {
            if (entry.getFileName().toString().matches("[0-9a-f]{64}(\\.run|-\\d+-\\d+\\.part)")) {
                Files.deleteIfExists(entry);
            }
        }
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException somebodyElse) {
            // What another put there, or took away, is not ours.
        }
    }
}
