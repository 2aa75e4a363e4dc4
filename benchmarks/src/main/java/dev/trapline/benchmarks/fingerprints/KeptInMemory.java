package dev.trapline.benchmarks.fingerprints;

import dev.trapline.run.FinishedRuns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs of one scenario, so that those of its cells are not made again for what is said of all of them. Of one thread. */
final class KeptInMemory implements FinishedRuns {
    private final Map<String, byte[]> runs = new LinkedHashMap<>();

    @Override
    public Optional<byte[]> find(String key) {
        return Optional.ofNullable(runs.get(key));
    }

    @Override
    public void keep(String key, byte[] run) {
        runs.put(key, run);
    }
}
