package dev.trapline.engine;

/**
 * A 64-bit digest of what a simulation did, step by step: equal for equal runs and, but for one chance in 2^64,
 * different as soon as an event, its instant, a draw or the order of any two differs.
 *
 * <p>Each step xors one value into the state and mixes by the finalizer of SplittableRandom (Stafford's variant 13 of
 * MurmurHash3's). A step is one-to-one in state and in value: two runs that differ in a single value never agree. The
 * constants keep the kinds of values apart. Integers only, so that each JDK gives the same digest.
 */
final class Fingerprint {

    private static final long INSTANT = 0x9e3779b97f4a7c15L;
    private static final long TIMER = 0xd1b54a32d192ed03L;
    private static final long DRAW = 0x8cb92ba72f3d8dd7L;

    private long state;

    long value() {
        return state;
    }

    void mixEvent(long instant, int ordinal) {
        mix(instant, INSTANT);
        mix(ordinal, TIMER);
    }

    void mixDraw(long bits) {
        mix(bits, DRAW);
    }

    private void mix(long value, long kind) {
        long bits = (state ^ value) + kind;
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        state = bits ^ (bits >>> 31);
    }
}
