package dev.trapline.breaches;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Does everything that the core must not do, so that a test can see it found; and, at the end, what it may do. */
public final class Breaches {
    static int count;

    double inexact() {
        return Math.log(2) + Math.random() + System.nanoTime() + new Random(1).nextDouble();
    }

    String local() {
        return String.format("%d", 1);
    }

    Map<String, List<String>> unordered(List<String> names) {
        Supplier<Set<String>> byReference = HashSet::new;
        Map<String, List<String>> map = new HashMap<>(Map.of("a", List.copyOf(byReference.get())));
        map.putAll(names.stream().parallel().collect(Collectors.groupingBy(String::trim)));
        return map;
    }

    void threaded(Path path) {
        new Thread(path::toAbsolutePath).start();
    }

    Map<String, Double> allowed() {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put(String.format(Locale.ROOT, "%d", 1), Math.sqrt(2) + StrictMath.log(2));
        return map;
    }
}
