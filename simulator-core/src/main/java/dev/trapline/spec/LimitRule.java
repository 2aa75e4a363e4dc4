package dev.trapline.spec;

import java.util.Arrays;
import java.util.Locale;

/** What a documented limit or support rule is about, and what has to be said with it. */
public enum LimitRule {
    VCPUS_PER_GUEST(Needs.COUNT),
    MEMORY_PER_GUEST(Needs.SIZE),
    MEMORY_OF_ALL_GUESTS(Needs.SIZE),
    GUEST_BITS(Needs.COUNT),
    GUEST_OPERATING_SYSTEMS(Needs.NAMES),
    GUEST_YEAR(Needs.COUNT),
    GUESTS_PER_HOST(Needs.COUNT),
    VCPUS_PER_HOST(Needs.COUNT),
    VCPUS_PER_CORE(Needs.COUNT),
    NO_VCPU_OVERCOMMIT(Needs.NOTHING),
    HOST_CORES(Needs.COUNT),
    HOST_MEMORY(Needs.SIZE),
    HOST_MEMORY_AT_LEAST(Needs.SIZE),
    HOST_ARCHITECTURE(Needs.NAMES),
    HOST_64_BIT(Needs.NOTHING),
    HOST_HARDWARE_VIRTUALIZATION(Needs.NOTHING),
    HOST_NESTED_PAGING(Needs.NOTHING),
    MEMORY_OVERHEAD_PER_GUEST(Needs.SIZE),
    /** Of each GiB of a guest's memory that is begun after the first. */
    MEMORY_OVERHEAD_PER_FURTHER_GIB(Needs.SIZE),
    /** Of each vCPU of a guest after the first. */
    MEMORY_OVERHEAD_PER_FURTHER_VCPU(Needs.SIZE),
    MEMORY_RESERVED_FOR_HOST(Needs.SIZE),
    /** What guests take on top of their memory, and what they reserve of it, must fit; the rest may be more than there is. */
    MEMORY_RESERVATIONS_FIT(Needs.NOTHING),
    NO_MEMORY_OVERCOMMIT(Needs.NOTHING);

    /** What has to be said with a rule: {@code at-most} as a number or as a size, {@code only} as names, or neither. */
    public enum Needs { COUNT, SIZE, NAMES, NOTHING }

    private final Needs needs;

    LimitRule(Needs needs) {
        this.needs = needs;
    }

    public Needs needs() {
        return needs;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String[] words() {
        return Arrays.stream(values()).map(LimitRule::word).toArray(String[]::new);
    }

    /** The rule of this word, which is one of {@link #words()}. */
    public static LimitRule of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
