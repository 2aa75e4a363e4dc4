package dev.trapline.run;

/** A 64-bit hash over what is fed to it in order; the mixing steps are those of splitmix64. */
final class Fingerprint {
    private long state;

    Fingerprint add(long value) {
        long mixed = (state ^ value) + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        state = mixed ^ mixed >>> 31;
        return this;
    }

    Fingerprint add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    Fingerprint add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
        return add(-1L);
    }

    String text() {
        String digits = Long.toHexString(state);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
