package dev.trapline.benchmarks.fingerprints;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the results of scenarios with those recorded. Arguments: {@code --record} writes them anew; {@code --whole} takes
 * each platform at each point with the times of {@code --quick}, instead of short runs of up to three points; the file;
 * scenarios or folders of them, all without any. Ends with 1 if a result differs or is not recorded.
 */
public final class FingerprintCheck {
    private final FingerprintRuns runs = new FingerprintRuns();
    private final Path file;
    private final FingerprintFile recorded;
    private final boolean whole;

    private FingerprintCheck(Path file, boolean whole) throws IOException {
        this.file = file;
        this.whole = whole;
        recorded = FingerprintFile.read(file);
    }

    public static void main(String[] arguments) throws IOException {
        List<String> given = new ArrayList<>(List.of(arguments));
        boolean record = given.remove("--record");
        boolean whole = given.remove("--whole");
        FingerprintCheck check = new FingerprintCheck(Path.of(given.remove(0)), whole);
        boolean same = check.run(given, record);
        System.exit(same || record ? 0 : 1);
    }

    private boolean run(List<String> asked, boolean record) throws IOException {
        List<String> all = runs.names();
        List<String> names = asked.isEmpty() ? all : new ArrayList<>();
        for (String name : asked) {
            names.addAll(List.of("gallery", "published", "phenomena").contains(name) ? runs.names(name) : List.of(name));
        }
        Comparison comparison = new Comparison();
        for (String name : names) {
            List<Seen> before = recorded(name);
            List<Seen> seen = seen(name);
            comparison.add(seen, before);
            if (record) {
                recorded.replace(seen);
            }
        }
        if (asked.isEmpty()) {
            recorded.all().stream()
                    .filter(old -> !all.contains(old.cell().scenario()))
                    .forEach(old -> comparison.add(List.of(), List.of(old)));
        }
        comparison.failures().stream()
                .filter(failure -> !record || !failure.endsWith(Comparison.NOT_RECORDED))
                .forEach(System.out::println);
        System.out.printf(
                "%d scenarios, %d cells, %d failures; %s%n",
                names.size(), comparison.cells(), comparison.failures().size(), comparison.events());
        if (record) {
            recorded.write(file, all);
        }
        return comparison.failures().isEmpty();
    }

    private List<Seen> recorded(String name) {
        return whole ? recorded.of(new Cell(name, Cell.QUICK, Cell.ALL)).stream().toList() : recorded.shortened(name);
    }

    private List<Seen> seen(String name) {
        long start = System.nanoTime();
        List<Seen> seen = whole ? List.of(runs.whole(runs.once(name))) : runs.shortened(name, recorded.millis(name));
        System.err.printf("%s %.1f s%n", name, (System.nanoTime() - start) / 1e9);
        return seen;
    }
}
