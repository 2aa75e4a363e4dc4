package dev.trapline.platform;

import dev.trapline.spec.LimitSpec;
import dev.trapline.spec.PlatformSpec;

/**
 * A rule that is not kept.
 *
 * @param guest the guest group it concerns, or empty
 * @param source where the rule is documented; empty for what follows from the model itself
 * @param text what the documentation says, or why
 * @param weight what becomes of what was asked for
 */
public record Violation(
        String rule, String guest, String allowed, String asked, String source, String text, Weight weight) {

    /** What becomes of what was asked for. */
    public enum Weight {
        /** It runs, with something else in the place of what was asked for. */
        REPLACED,
        /** It does not run unless limits are ignored. */
        LIMIT,
        /** It cannot run. */
        IMPOSSIBLE;

        /** @param ignoreLimits whether documented limits are warnings only */
        public boolean runs(boolean ignoreLimits) {
            return this == REPLACED || this == LIMIT && ignoreLimits;
        }
    }


    /** One of a documented rule, which may be ignored. */
    static Violation of(LimitSpec limit, String guest, String allowed, String asked) {
        return new Violation(limit.rule().word(), guest, allowed, asked, limit.source(), limit.text(), Weight.LIMIT);
    }

    public String sentence(PlatformSpec platform) {
        return platform.title() + " allows " + allowed + ", asked for " + asked + (text.isEmpty() ? "." : ": " + text);
    }
}
