package dev.trapline.platform;

import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.LimitRule;
import dev.trapline.spec.LimitSpec;
import dev.trapline.spec.MachineSpec;
import dev.trapline.spec.PlatformSpec;

/** What of a machine's memory is there for guests, and what each takes on top of its own, by its platform's documented rules. */
final class Admission {
    private static final double GIBI = 1L << 30;

    private final PlatformSpec platform;

    Admission(PlatformSpec platform) {
        this.platform = platform;
    }

    /** The machine's memory without what the platform keeps whatever the guests, in bytes. */
    double available(MachineSpec machine) {
        return machine.memoryBytes() - amount(LimitRule.MEMORY_RESERVED_FOR_HOST);
    }

    /** What one guest of a group takes besides its memory, in bytes. */
    double overhead(GuestSpec guest) {
        double furtherGibi = Math.max(0, Math.ceil(guest.memoryBytes() / GIBI) - 1);
        return amount(LimitRule.MEMORY_OVERHEAD_PER_GUEST)
                + furtherGibi * amount(LimitRule.MEMORY_OVERHEAD_PER_FURTHER_GIB)
                + (guest.vcpus() - 1) * amount(LimitRule.MEMORY_OVERHEAD_PER_FURTHER_VCPU);
    }

    private double amount(LimitRule rule) {
        for (LimitSpec limit : platform.limits()) {
            if (limit.rule() == rule) {
                return limit.atMost();
            }
        }
        return 0;
    }
}
