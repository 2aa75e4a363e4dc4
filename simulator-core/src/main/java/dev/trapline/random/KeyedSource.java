package dev.trapline.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A counter-based source of random bits whose draws are a pure function of a key and of their position under that key.
 *
 * <p>The key is (seed, replication, path, client, request, step). One object serves one consumer, who re-keys it with
 * {@link #at} before each draw or group of draws; re-keying allocates nothing and restarts the position at zero.
 */
public final class KeyedSource implements UniformRandomProvider {

    // The construction. A key is absorbed word by word into two lanes of 64 bits, each through a finaliser with full
    // avalanche; the lanes differ in finaliser and in how a word enters, so two keys share both lanes only by a
    // collision of 128 bits. A draw is
    //
    //     murmur(stafford(first lane + position * GOLDEN) ^ second lane)
    //
    // that is SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014) started
    // at the first lane, with a second keyed round, because plain SplitMix64 streams of different keys are the same
    // sequence at different offsets. stafford is variant 13 of David Stafford's "Better Bit Mixing" (2011), murmur is
    // fmix64 of Austin Appleby's MurmurHash3. Integers only: the same bits on every machine.

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final long firstOfRun;
    private final long secondOfRun;
    private final SharedStateContinuousSampler exponential = ZigguratSampler.Exponential.of(this);
    private final SharedStateContinuousSampler gaussian = ZigguratSampler.NormalizedGaussian.of(this);

    private long first;
    private long second;
    private long offset;

    /** A source of one consumer in one replication, keyed for client 0, request 0, step 0; path is {@link #path}. */
    public KeyedSource(long seed, int replication, long path) {
        firstOfRun = absorbFirst(absorbFirst(absorbFirst(0, seed), replication), path);
        secondOfRun = absorbSecond(absorbSecond(absorbSecond(0, seed), replication), path);
        at(0, 0, 0);
    }

    /** What a source of this path would draw first for client, request and step in replication 0 of seed 0. */
    public static long first(long path, long client, long request, int step) {
        long first = absorbFirst(absorbFirst(absorbFirst(0, 0), 0), path);
        long second = absorbSecond(absorbSecond(absorbSecond(0, 0), 0), path);
        first = absorbFirst(absorbFirst(absorbFirst(first, client), request), step);
        second = absorbSecond(absorbSecond(absorbSecond(second, client), request), step);
        return murmur(stafford(first + GOLDEN) ^ second);
    }

    /** The hash of a name, for instance {@code "guests.load.arrivals"}: FNV-1a over its UTF-16 units. */
    public static long path(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** Moves this source to the first draw of a key, and returns it. */
    public KeyedSource at(long client, long request, int step) {
        first = absorbFirst(absorbFirst(absorbFirst(firstOfRun, client), request), step);
        second = absorbSecond(absorbSecond(absorbSecond(secondOfRun, client), request), step);
        offset = 0;
        return this;
    }

    @Override
    public long nextLong() {
        offset += GOLDEN;
        return murmur(stafford(first + offset) ^ second);
    }

    /** A uniform draw that is never 0 and never 1: an odd multiple of 2^-53. */
    public double nextOpenDouble() {
        return ((nextLong() >>> 11) | 1L) * 0x1.0p-53;
    }

    /**
     * An exponential draw of mean 1.
     *
     * <p>The ziggurat asks {@code Math.exp}, which promises one ulp and not bytes, in about 0.3 % of draws, and only
     * to accept or reject a point. An ulp changes the answer once in some 10^18 draws.
     */
    public double nextExponential() {
        return exponential.sample();
    }

    /** A normal draw of mean 0 and variance 1, on the same terms as {@link #nextExponential}. */
    public double nextGaussian() {
        return gaussian.sample();
    }

    private static long absorbFirst(long lane, long word) {
        return stafford(lane + word + GOLDEN);
    }

    private static long absorbSecond(long lane, long word) {
        return murmur((lane ^ word) + GOLDEN);
    }

    private static long stafford(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static long murmur(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
