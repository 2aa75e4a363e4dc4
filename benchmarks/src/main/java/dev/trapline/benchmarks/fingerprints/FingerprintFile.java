package dev.trapline.benchmarks.fingerprints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recorded fingerprints, a line each, tab-separated, sorted as they were made: {@code benchmarks/fingerprints.tsv}. */
public final class FingerprintFile {
    private static final String HEAD = "scenario\tpoint\tplatform\tms\tresults\tevents\tevents' hash";

    private final Map<Cell, Seen> recorded = new LinkedHashMap<>();

    /** An empty one if there is no such file. */
    public static FingerprintFile read(Path file) throws IOException {
        FingerprintFile read = new FingerprintFile();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().filter(line -> !line.equals(HEAD)).forEach(read::add);
        }
        return read;
    }

    private void add(String line) {
        String[] parts = line.split("\t");
        Cell cell = new Cell(parts[0], parts[1], parts[2]);
        add(new Seen(cell, Long.parseLong(parts[3]), parts[4], Long.parseLong(parts[5]), parts[6]));
    }

    void add(Seen seen) {
        recorded.put(seen.cell(), seen);
    }

    public Optional<Seen> of(Cell cell) {
        return Optional.ofNullable(recorded.get(cell));
    }

    List<Seen> all() {
        return new ArrayList<>(recorded.values());
    }

    /** Of the short runs of a scenario. */
    List<Seen> shortened(String scenario) {
        return recorded.values().stream()
                .filter(seen -> seen.cell().scenario().equals(scenario) && !seen.cell().point().equals(Cell.QUICK))
                .toList();
    }

    /** For how long a scenario's short runs were run. */
    Optional<Long> millis(String scenario) {
        return shortened(scenario).stream().map(Seen::millis).findFirst();
    }

    /** Puts what was seen in the place of what was recorded of the same scenarios, of short or of whole runs as these are. */
    void replace(List<Seen> seen) {
        recorded.keySet().removeIf(cell -> seen.stream().anyMatch(each -> cell.scenario().equals(each.cell().scenario())
                && cell.point().equals(Cell.QUICK) == each.cell().point().equals(Cell.QUICK)));
        seen.forEach(this::add);
    }

    /** Those of these scenarios alone, in their order. */
    void write(Path file, List<String> scenarios) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (String scenario : scenarios) {
            recorded.values().stream()
                    .filter(seen -> seen.cell().scenario().equals(scenario))
                    .forEach(seen -> lines.add(line(seen)));
        }
        Files.write(file, lines);
    }

    private static String line(Seen seen) {
        return String.join(
                "\t", seen.cell().scenario(), seen.cell().point(), seen.cell().platform(), Long.toString(seen.millis()),
                seen.results(), Long.toString(seen.events()), seen.eventsHash());
    }
}
