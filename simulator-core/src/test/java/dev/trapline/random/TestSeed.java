package dev.trapline.random;

/** The seed of one test run: fresh each time, printed, and replayed with {@code -Dtest.seed=N}. */
public final class TestSeed {

    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    static {
        System.out.println("test.seed=" + SEED);
    }

    private TestSeed() {}

    public static long value() {
        return SEED;
    }

    /** A source for a test, different for each name. */
    public static KeyedSource source(String name) {
        return new KeyedSource(SEED, 0, KeyedSource.path(name));
    }
}
