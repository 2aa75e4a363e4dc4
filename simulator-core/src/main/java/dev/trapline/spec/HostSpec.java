package dev.trapline.spec;

import java.util.Optional;

/**
 * A host of a scenario: a machine and what runs on it.
 *
 * @param name what guests and results call it; empty where there is only one
 * @param platform the one that it always has; empty: the one that is compared
 */
public record HostSpec(String name, MachineSpec machine, Optional<PlatformSpec> platform) {
    /** The only host of a scenario. */
    public static HostSpec only(MachineSpec machine) {
        return new HostSpec("", machine, Optional.empty());
    }

    /** What runs on it where {@code compared} is the platform under comparison. */
    public PlatformSpec platform(PlatformSpec compared) {
        return platform.orElse(compared);
    }

    public HostSpec with(MachineSpec other, Optional<PlatformSpec> fixed) {
        return new HostSpec(name, other, fixed);
    }
}
