package dev.trapline.run;

import java.util.Optional;

/**
 * Where runs that are finished are kept, so that an experiment that was broken off goes on where it was. A key is a hash of all
 * that a run is a function of, apart from the program; the implementation sees to it that another program's runs are not found.
 * Asked by several threads at once.
 */
public interface FinishedRuns {

    /** What was kept under the key; empty if nothing was, or nothing that is whole. */
    Optional<byte[]> find(String key);

    /** Keeps a run, whole or not at all; never fails an experiment. */
    void keep(String key, byte[] run);

    /** Keeps nothing. */
    FinishedRuns NONE = new FinishedRuns() {
        @Override
        public Optional<byte[]> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, byte[] run) {}
    };
}
