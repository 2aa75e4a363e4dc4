package dev.trapline.platform;

import dev.trapline.spec.HostSpec;
import dev.trapline.spec.PlatformSpec;

/** A rule that is not kept on one of a point's hosts, by the platform that it has there. */
public record Refusal(HostSpec host, PlatformSpec platform, Violation violation) {
    /** The rule in words; of several hosts it names its own. */
    public String sentence() {
        String sentence = violation.sentence(platform);
        return host.name().isEmpty() ? sentence : "On host '" + host.name() + "': " + sentence;
    }
}
