package dev.trapline.platform;

import dev.trapline.spec.LimitSpec;
import dev.trapline.spec.PlatformSpec;

/**
 * A rule that is not kept.
 *
 * @param guest the guest group it concerns, or empty
 * @param source where the rule is documented; empty for what follows from the model itself
 * @param text what the documentation says, or why
 * @param impossible whether nothing can run like this, even where limits are ignored
 */
public record Violation(
        String rule, String guest, String allowed, String asked, String source, String text, boolean impossible) {

    /** One of a documented rule, which may be ignored. */
    static Violation of(LimitSpec limit, String guest, String allowed, String asked) {
        return new Violation(limit.rule().word(), guest, allowed, asked, limit.source(), limit.text(), false);
    }

    public String sentence(PlatformSpec platform) {
        return platform.title() + " allows " + allowed + ", asked for " + asked + (text.isEmpty() ? "." : ": " + text);
    }
}
